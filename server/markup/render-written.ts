import { renderAsTyped } from "./as-typed.ts";
import { renderMarkdown } from "./markdown.ts";

/**
 * The rules a text is read by. Messages, descriptions, notes and explanations stand as they were typed; those from
 * before that was so, and articles, are Markdown.
 */
export type Markup = "as-typed" | "markdown";

/** What a person wrote, as HTML that is safe to show. As plain text it needs nothing: it says the same as it stands. */
export function renderWritten({ text, markup }: { readonly text: string; readonly markup: Markup }): string {
  return markup === "markdown" ? renderMarkdown(text) : renderAsTyped(text);
}
