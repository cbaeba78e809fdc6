import type { VNode } from "preact";
import { type Markup, renderWritten } from "../markup/render-written.ts";

/** What a person wrote. The only place where HTML goes into a page unescaped, and it comes from renderWritten (R07). */
export function Prose(props: { text: string; markup: Markup }): VNode {
  const look = props.markup === "markdown" ? "prose" : "prose prose-as-typed";
  return <div class={look} dangerouslySetInnerHTML={{ __html: renderWritten(props) }} />;
}
