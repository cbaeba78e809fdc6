const longestQuote = 8000;

/** Somebody's own words, marked as such; a very long text is cut and can be read whole in the portal. */
export function quoted(text: string): string {
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)} ...` : text;
  return cut
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
