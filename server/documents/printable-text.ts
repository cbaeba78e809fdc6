/** Printed for a character without a glyph. It is visible, so that nobody takes the text for complete. */
const missing = "\u25a1";
/** Joiners change the letters beside them. Anywhere else they mean nothing. */
const invisible =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]|[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** Tells which characters can be drawn. */
export type IsCovered = (point: number) => boolean;

/** One line of composed, visible characters. All that is left is drawn. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\n\r\t\u2028\u2029]+/g, " ")
    .replaceAll(invisible, "");
}

/** Right-to-left letters, and the characters between them that belong to no other script. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}](?:[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}])*\p{M}*/gu;

/** Isolates each run of them. Otherwise the compiler draws the next figures, a price or a time, on the wrong side. */
function isolated(text: string): string {
  return text.replaceAll(rightToLeft, "\u2068$&\u2069");
}

/** Makes any text printable, with a box for each character without a glyph (PDF/A refuses a missing glyph). */
export function printableText(text: string, isCovered: IsCovered): string {
  const drawn = Array.from(plainText(text), (character) =>
    isCovered(character.codePointAt(0) ?? 0) ? character : missing,
  );
  return isolated(drawn.join(""));
}

/** Makes every text in a JSON value printable. */
export function printableValue(value: unknown, isCovered: IsCovered): unknown {
  if (typeof value === "string") return printableText(value, isCovered);
  if (Array.isArray(value)) return value.map((item) => printableValue(item, isCovered));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableValue(item, isCovered)]));
}
