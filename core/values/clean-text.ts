/**
 * Drawn as nothing although Unicode does not call them invisible: the empty Braille cell, an empty note head,
 * hieroglyphic blanks.
 */
const blank = String.raw`\u2800\u{1D159}\u{13441}\u{13442}`;
/** A letter, or a mark on one, that can be seen. */
const ofWord = String.raw`[[\p{L}\p{M}]--\p{DI}]`;
/** Anything that can be seen and be given another look by a variation selector. */
const drawn = String.raw`[[\p{L}\p{M}\p{N}\p{P}\p{S}]--[\p{DI}${blank}]]`;
/** Scripts that are written without spaces. */
const unspaced = String.raw`[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]`;
/** Letters of scripts in which one takes another shape beside a joiner, also at the edge of a word. */
const shaped = String.raw`[${ofWord}--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]]`;

/** Where a character that is drawn as nothing says something about what stands beside it. */
const meaningful = [
  // The flag of a region, such as Scotland's.
  String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F}`,
  // Inside a word: where it may be broken (soft hyphen), how its letters join, how they are ordered.
  String.raw`(?<=${ofWord})[\u00AD\u034F\u200C\u200D](?=${ofWord})`,
  String.raw`(?<=${shaped})[\u200C\u200D]`,
  String.raw`(?<=${unspaced})\u200B(?=${unspaced})`,
  String.raw`(?<=[\p{sc=Mongolian}--\p{DI}])[\u180B-\u180F]`,
  String.raw`\u115F(?=[\u1161-\u11A7])|(?<=[\u1100-\u115E])\u1160`,
  // Emoji that are made of several, and the coloured or plain look of one.
  String.raw`(?<=[\p{ExtPict}\p{EMod}]\uFE0F?)\u200D(?=\p{ExtPict})`,
  String.raw`(?<=${drawn})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
];

const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/v;
/** Between letters of both directions they order punctuation; anywhere else they are left over from copying. */
const directionMarks = String.raw`[\u200E\u200F\u061C]`;
const unseen = String.raw`[\p{DI}\p{NChar}\uFFF9-\uFFFB[\p{Cc}--[\t\n]]]`;

const unseenIn = (kept: readonly string[]) => new RegExp(`(${kept.join("|")})|${unseen}`, "gv");
const everyUnseen = new RegExp(unseen, "gv");
const unseenInText = unseenIn(meaningful);
const unseenInBothDirections = unseenIn([...meaningful, directionMarks]);

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gv;
const edges = new RegExp(`^[\\s${blank}]+|[\\s${blank}]+$`, "gv");
const visible = new RegExp(`[[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Cn}]--[\\p{DI}\\p{NChar}${blank}]]`, "v");
const isPlain = /^[ -~\n]*$/v;

/**
 * Text as people see it: lines end in one way, characters are composed (NFC), nothing turns the direction of what
 * follows, and what is drawn as nothing is left only where it means something, such as the joiners of an emoji or of a
 * Persian word. Empty when nothing can be seen. Removes nothing that can be seen, besides space at the ends; cleaning a
 * clean text changes nothing.
 */
export function cleanText(text: string): string {
  if (isPlain.test(text)) return text.trim();
  const lines = text.normalize("NFC").replace(lineEnds, "\n");
  const seen = withoutUnseen(lines, rightToLeft.test(lines) ? unseenInBothDirections : unseenInText);
  return visible.test(seen) ? seen.replace(edges, "") : "";
}

const mostPasses = 8;

/**
 * The parts of a letter close up and change their order when what stood between them is gone: then other joiners mean
 * nothing.
 */
function withoutUnseen(text: string, unseenHere: RegExp): string {
  let seen = text;
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const closed = seen.replace(unseenHere, "$1").normalize("NFC");
    if (closed === seen) return seen;
    seen = closed;
  }
  return seen.replace(everyUnseen, "").normalize("NFC");
}

/** The same on one line: what ends a line, and what jumps ahead on it, becomes a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\t\n]/gv, " ");
}
