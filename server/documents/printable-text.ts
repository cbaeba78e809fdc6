/** Stands on paper where our fonts have no glyph: visible, so that nobody takes the text for complete. */
const missing = "\u25a1";
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/gu;

/**
 * Makes any text printable with the glyphs at hand: one line, composed characters, nothing invisible, and a box for
 * what the fonts lack (PDF/A refuses a missing glyph).
 */
export function printableText(text: string, covered: ReadonlySet<number>): string {
  const visible = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\n\r\t\u2028\u2029]+/g, " ")
    .replaceAll(invisible, "");
  return Array.from(visible, (character) => (isCovered(character, covered) ? character : missing)).join("");
}

/** The same for every text of a JSON value, whatever its shape. */
export function printableValue(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === "string") return printableText(value, covered);
  if (Array.isArray(value)) return value.map((item) => printableValue(item, covered));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableValue(item, covered)]));
}

function isCovered(character: string, covered: ReadonlySet<number>): boolean {
  return covered.has(character.codePointAt(0) ?? 0);
}
