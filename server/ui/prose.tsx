import type { VNode } from "preact";
import { renderMarkdown } from "./markdown.ts";

/** What a person typed. The only place where HTML goes into a page unescaped, and it comes from renderMarkdown (R07). */
export function Prose(props: { markdown: string }): VNode {
  const html = renderMarkdown(props.markdown);
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
