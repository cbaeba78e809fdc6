/** Stands on paper where our fonts have no glyph: visible, so that nobody takes the text for complete. */
const missing = "\u25a1";
/** Joiners say how the letters beside them are written; anywhere else they say nothing. */
const invisible =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]|[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** The glyphs at hand: which characters can be drawn. */
export type IsCovered = (point: number) => boolean;

/** One line of composed characters with nothing invisible in it: what is left is drawn. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\n\r\t\u2028\u2029]+/g, " ")
    .replaceAll(invisible, "");
}

/** Letters that run from right to left, and what stands between them that is no letter of another script. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}](?:[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}])*\p{M}*/gu;

/** Each run of them on its own, or it would draw the figures that follow, a price or a time, to its other side. */
function isolated(text: string): string {
  return text.replaceAll(rightToLeft, "\u2068$&\u2069");
}

/**
 * Makes any text printable with the glyphs at hand, with a box for what the fonts lack (PDF/A refuses a missing glyph).
 */
export function printableText(text: string, isCovered: IsCovered): string {
  const drawn = Array.from(plainText(text), (character) =>
    isCovered(character.codePointAt(0) ?? 0) ? character : missing,
  );
  return isolated(drawn.join(""));
}

/** The same for every text of a JSON value, whatever its shape. */
export function printableValue(value: unknown, isCovered: IsCovered): unknown {
  if (typeof value === "string") return printableText(value, isCovered);
  if (Array.isArray(value)) return value.map((item) => printableValue(item, isCovered));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableValue(item, isCovered)]));
}
