import { renderAsTyped } from "./as-typed.ts";
import { renderMarkdown } from "./markdown.ts";
import { RecentTexts } from "./recent-texts.ts";

/**
 * The rules for reading a text. Messages, descriptions, notes and explanations stand as they were typed. Older ones,
 * and articles, are Markdown.
 */
export type Markup = "as-typed" | "markdown";

const recent = { "as-typed": new RecentTexts(renderAsTyped), markdown: new RecentTexts(renderMarkdown) };

/**
 * A person's text as safe HTML. Plain text needs no rendering: it reads the same under both rules. A text that was
 * rendered lately is not rendered again.
 */
export function renderWritten({ text, markup }: { readonly text: string; readonly markup: Markup }): string {
  return recent[markup].render(text);
}
