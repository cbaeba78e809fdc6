// Characters that could end a header line, or turn the reading direction and disguise the rest (R30).
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A typed text as one plain line for a mail's header. */
export function plainLine(text: string): string {
  return text.replaceAll(unprintable, " ").trim();
}
