/**
 * What is read past: the contents of elements whose text is no text of the page, tags with their attributes. The rest
 * is a long word.
 */
const parts =
  /<(textarea|title|script|style|option)\b[^]*?<\/\1>|<[^">]*(?:"[^"]*"[^">]*)*>|(?<word>(?:&[#\w]{1,10};|[^<\s&]){30,})/g;
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const between = 10;

/**
 * Markup in which a word that is longer than people's words may be broken, also where its width decides how wide a
 * column is: addresses, paths, what was pasted. What is copied stays as it was written.
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

/** The characters of a word as a reader counts them, an entity being one. */
function charactersOf(word: string): string[] {
  return word
    .split(/(&[^;]+;)/)
    .flatMap((part) => (part.startsWith("&") ? [part] : [...characters.segment(part)].map(({ segment }) => segment)));
}
