import { renderAsTyped } from "./as-typed.ts";
import { renderMarkdown } from "./markdown.ts";

/**
 * The rules for reading a text. Messages, descriptions, notes and explanations stand as they were typed. Older ones,
 * and articles, are Markdown.
 */
export type Markup = "as-typed" | "markdown";

/** A person's text as safe HTML. Plain text needs no rendering: it reads the same under both rules. */
export function renderWritten({ text, markup }: { readonly text: string; readonly markup: Markup }): string {
  return markup === "markdown" ? renderMarkdown(text) : renderAsTyped(text);
}
