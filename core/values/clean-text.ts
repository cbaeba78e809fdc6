/**
 * Characters that draw nothing, although Unicode does not call them invisible: the empty Braille cell, an empty note
 * head, hieroglyphic blanks.
 */
const blank = String.raw`\u2800\u{1D159}\u{13441}\u{13442}`;
/** A visible letter, or a visible mark on one. */
const ofWord = String.raw`[[\p{L}\p{M}]--\p{DI}]`;
/** Any visible character that a variation selector can change. */
const drawn = String.raw`[[\p{L}\p{M}\p{N}\p{P}\p{S}]--[\p{DI}${blank}]]`;
/** Scripts without spaces between words. */
const unspaced = String.raw`[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]`;
/** Letters of scripts in which a joiner changes a letter's shape, also at the edge of a word. */
const shaped = String.raw`[${ofWord}--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]]`;

/** The places in which a character that draws nothing has a meaning. */
const meaningful = [
  // The flag of a region, such as Scotland's.
  String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F}`,
  // Inside a word: a possible break (soft hyphen), the joining of letters, their order.
  String.raw`(?<=${ofWord})[\u00AD\u034F\u200C\u200D](?=${ofWord})`,
  String.raw`(?<=${shaped})[\u200C\u200D]`,
  String.raw`(?<=${unspaced})\u200B(?=${unspaced})`,
  String.raw`(?<=[\p{sc=Mongolian}--\p{DI}])[\u180B-\u180F]`,
  String.raw`\u115F(?=[\u1161-\u11A7])|(?<=[\u1100-\u115E])\u1160`,
  // The parts of a joined emoji, and the coloured or plain look of one.
  String.raw`(?<=[\p{ExtPict}\p{EMod}]\uFE0F?)\u200D(?=\p{ExtPict})`,
  String.raw`(?<=${drawn})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
];

const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/v;
/** Between letters of both directions they order punctuation. Anywhere else they are leftovers of copying. */
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
 * The text as people see it. Lines end in one way, characters are composed (NFC), and nothing turns the direction of
 * later text. Characters that draw nothing stay only where they have a meaning, such as the joiners of an emoji or of a
 * Persian word. Empty for a text without visible characters. Removes nothing visible, except space at the ends.
 * Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): string {
  if (isPlain.test(text)) return text.trim();
  const lines = text.normalize("NFC").replace(lineEnds, "\n");
  const seen = withoutUnseen(lines, rightToLeft.test(lines) ? unseenInBothDirections : unseenInText);
  return visible.test(seen) ? seen.replace(edges, "") : "";
}

const mostPasses = 8;

/**
 * The parts of a letter close up and change their order when a character between them is removed; then other joiners
 * lose their meaning.
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

/** The clean text on one line: line ends and characters that jump ahead on the line become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\t\n]/gv, " ");
}
