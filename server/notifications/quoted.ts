import { cutText } from "./cut-text.ts";

const longestQuote = 8000;

/** Somebody's own words, marked as such; of a very long text the beginning, and a sentence that says where the rest is. */
export function quoted(text: string, restIsElsewhere: string): readonly string[] {
  const beginning = cutText(text, longestQuote);
  const isCut = beginning.length < text.length;
  const lines = (isCut ? `${beginning.trimEnd()} …` : beginning).split("\n").map((line) => `> ${line}`);
  return [lines.join("\n"), ...(isCut ? [restIsElsewhere] : [])];
}
