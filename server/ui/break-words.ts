/** A run of characters without a place to break. An entity is one character. */
const longest = 30;
const longWord = new RegExp(`(?:&[#\\w]{1,10};|[^\\s&]){${longest},}`, "g");
const longText = new RegExp(`(?:^|>)[^<]{${longest},}`, "g");
/** Elements whose text is no text of the page. */
const skipped = ["textarea", "title", "script", "style", "option"];
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const between = 10;

/**
 * Markup in which words longer than any real one may break, even where a word's width sets a column's width: addresses,
 * paths, pasted texts. A copy has no breaks. It looks at texts alone, because a page is mostly tags.
 */
export function breakLongWords(html: string): string {
  if (!mayHoldLongWord(html)) return html;
  let done = "";
  let kept = 0;
  for (let at = 0; at < html.length;) {
    const found = html.indexOf("<", at);
    const end = found === -1 ? html.length : found;
    if (end - at >= longest) {
      const text = html.slice(at, end);
      const changed = text.replace(longWord, broken);
      if (changed !== text) {
        done += html.slice(kept, at) + changed;
        kept = end;
      }
    }
    at = found === -1 ? html.length : afterTag(html, found);
  }
  return done + html.slice(kept);
}

/**
 * Whether any text is long enough and holds such a word. Most pages have none, and this is found three times sooner.
 */
function mayHoldLongWord(html: string): boolean {
  for (const [text] of html.matchAll(longText)) if (text.search(longWord) !== -1) return true;
  return false;
}

/** The place after a tag; after the whole element if its text is no text of the page. */
function afterTag(html: string, open: number): number {
  const name = skipped.find(
    (each) => html.startsWith(each, open + 1) && /[\s>]/.test(html[open + 1 + each.length] ?? ""),
  );
  if (name !== undefined) {
    const closing = `</${name}>`;
    const place = html.indexOf(closing, open);
    return place === -1 ? html.length : place + closing.length;
  }
  // An attribute's value may hold a ">".
  let close = html.indexOf(">", open);
  let quote = html.indexOf('"', open);
  while (quote !== -1 && close !== -1 && quote < close) {
    const shut = html.indexOf('"', quote + 1);
    if (shut === -1) return html.length;
    if (shut > close) close = html.indexOf(">", shut);
    quote = html.indexOf('"', shut + 1);
  }
  return close === -1 ? html.length : close + 1;
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
