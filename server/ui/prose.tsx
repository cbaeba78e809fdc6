import type { VNode } from "preact";
import { type Markup, renderWritten } from "../markup/render-written.ts";

/** A person's text. Only here does HTML go into a page unescaped; renderWritten makes it safe (R07). */
export function Prose(props: { text: string; markup: Markup }): VNode {
  const look = props.markup === "markdown" ? "prose" : "prose prose-as-typed";
  return <div class={look} dangerouslySetInnerHTML={{ __html: renderWritten(props) }} />;
}
