/** Skips tags with their attributes, and elements whose text is no text of the page. Otherwise matches a long word. */
const parts =
  /<(textarea|title|script|style|option)\b[^]*?<\/\1>|<[^">]*(?:"[^"]*"[^">]*)*>|(?<word>(?:&[#\w]{1,10};|[^<\s&]){30,})/g;
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const between = 10;

/**
 * Markup in which words longer than any real one may break, even where a word's width sets a column's width: addresses,
 * paths, pasted texts. A copy has no breaks.
 */
export function breakLongWords(html: string): string {
  return html.replace(parts, (whole: string, _tag: string | undefined, word: string | undefined) =>
    word === undefined ? whole : broken(word),
  );
}

function broken(word: string): string {
  let text = "";
  for (const [place, character] of charactersOf(word).entries())
    text += place > 0 && place % between === 0 ? `<wbr>${character}` : character;
  return text;
}

/** The characters of a word as readers count them. An entity is one. */
function charactersOf(word: string): string[] {
  return word
    .split(/(&[^;]+;)/)
    .flatMap((part) => (part.startsWith("&") ? [part] : [...characters.segment(part)].map(({ segment }) => segment)));
}
