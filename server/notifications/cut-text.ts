const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The beginning of a longer text, up to a number of code units. It never ends within a visible character. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = graphemes.segment(text).containing(longest)?.index ?? longest;
  // A single character with too many marks is cut too, but not within a code point.
  return text.slice(0, start === 0 ? longest : start).toWellFormed();
}
