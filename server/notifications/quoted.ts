import type { Paragraph } from "../mail/outgoing-mail.ts";
import { cutText } from "./cut-text.ts";

const longestQuote = 8000;

/**
 * Somebody's own words, marked as a quotation. A very long text is cut, with a sentence about where to read the rest.
 */
export function quoted(text: string, restIsElsewhere: string): readonly Paragraph[] {
  const beginning = cutText(text, longestQuote);
  const isCut = beginning.length < text.length;
  return [{ quoted: isCut ? `${beginning.trimEnd()} …` : beginning }, ...(isCut ? [restIsElsewhere] : [])];
}
