const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The beginning of a text that is longer than so many code units, never ending within what a reader sees as one
 * character.
 */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = graphemes.segment(text).containing(longest)?.index ?? longest;
  // One character with more marks than the whole text may have: at least no half code point.
  return text.slice(0, start === 0 ? longest : start).toWellFormed();
}
