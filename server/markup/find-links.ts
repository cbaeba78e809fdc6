import { safeLink } from "./safe-link.ts";

/** A piece of a line: text, code, or a link with its words. */
export interface Piece {
  readonly kind: "text" | "code" | "link";
  readonly text: string;
  readonly href?: string;
  /** Its words differ from its address. */
  readonly isNamed?: boolean;
}

/**
 * `[words](address)`: the address ends at the first character that could begin another, so that no text is read twice.
 */
const namedLink = /\]\(((?:https?:\/\/|mailto:)[^\s<>"`()[\]\\]+)\)/giu;
const longestWords = 300;
const likeAnAddress = /:\/\/|www\.|@/iu;

/**
 * The characters of a possible address. A Windows path goes on with a backslash, Chinese text with its own punctuation.
 */
const token = /[^\s<>"`«»“”。，、；：！？「」『』（）【】《》]+/gu;
const addressStart = /(?:https?:\/\/|www\.)(?=[\p{L}\p{N}[])/giu;
const addressStop = /[\\|^{}]|\]\(|[,;](?=https?:\/\/)/iu;
const closing = new Map([
  [")", "("],
  ["]", "["],
]);

/** The text in pieces, with a link for every address that is safe to open (R07). It only reads forward. */
export function findLinks(text: string): readonly Piece[] {
  if (!/:\/\/|www\.|@|mailto:/iu.test(text)) return textPiece(text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(namedLink)) {
    const nearest = Math.max(from, match.index - longestWords);
    const open = nearest + text.slice(nearest, match.index).lastIndexOf("[");
    const words = text.slice(open + 1, match.index);
    const href = open < nearest || !isName(words) ? null : safeLink(match[1] ?? "");
    if (href === null) continue;
    pieces.push(...findAddresses(text.slice(from, open)), { kind: "link", text: words, href, isNamed: true });
    from = match.index + match[0].length;
  }
  return [...pieces, ...findAddresses(text.slice(from))];
}

/** Words that are an address themselves could name another target. */
function isName(words: string): boolean {
  return words.trim() !== "" && !words.includes("]") && !likeAnAddress.test(words);
}

function findAddresses(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(token)) {
    for (const link of linksOf(word)) {
      pieces.push(...textPiece(text.slice(from, index + link.start)), {
        kind: "link",
        text: word.slice(link.start, link.end),
        href: link.href,
      });
      from = index + link.end;
    }
  }
  return [...pieces, ...textPiece(text.slice(from))];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

function linksOf(word: string): readonly Found[] {
  if (!/:\/\/|www\./iu.test(word)) return word.includes("@") ? mailIn(word) : [];
  const links: Found[] = [];
  let from = 0;
  for (;;) {
    addressStart.lastIndex = from;
    const match = addressStart.exec(word);
    // After a backslash it is the name of a folder or a share.
    if (match === null || word.slice(from, match.index).includes("\\")) return links;
    const rest = word.slice(match.index);
    const stop = rest.search(addressStop);
    const address = withoutTail(stop < 0 ? rest : rest.slice(0, stop));
    const href = isApart(word, match.index, match[0]) ? hrefOf(address) : null;
    const end = match.index + address.length;
    if (href !== null) links.push({ start: match.index, end, href });
    from = Math.max(end, match.index + match[0].length);
  }
}

/** "www." also occurs inside names and paths. After a protocol an address always follows. */
function isApart(word: string, at: number, start: string): boolean {
  const before = word.slice(Math.max(0, at - 1), at);
  return start.toLowerCase() === "www." ? !/[\w./@-]/u.test(before) : !/[a-z0-9]/iu.test(before);
}

function hrefOf(address: string): string | null {
  return safeLink(/^www\./iu.test(address) ? `https://${address}` : address);
}

/** Drops the punctuation of the sentence around it. A closing bracket stays if the address opened it. */
function withoutTail(address: string): string {
  const open = new Map([...closing].map(([close, opener]) => [close, count(address, opener) - count(address, close)]));
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const balance = open.get(last);
    if (balance === undefined ? !/[.,:;!?'"*…’‘]/u.test(last) : balance >= 0) break;
    if (balance !== undefined) open.set(last, balance + 1);
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  let found = 0;
  for (const one of text) if (one === character) found += 1;
  return found;
}

/** At most one mail address per word, and none in a path. */
function mailIn(word: string): readonly Found[] {
  const at = word.indexOf("@");
  if (/[\\/]/u.test(word) || word.includes("@", at + 1)) return [];
  let start = at;
  while (start > 0 && /[\w.+-]/u.test(word.charAt(start - 1))) start -= 1;
  let end = at + 1;
  while (/[a-z0-9.-]/iu.test(word.charAt(end))) end += 1;
  if (/^[:_]\S/u.test(word.slice(end)) || /\p{L}/u.test(word.slice(Math.max(0, start - 1), start))) return [];
  while (/[.-]/u.test(word.charAt(end - 1))) end -= 1;
  if (start === at || !isHostName(word.slice(at + 1, end))) return [];
  const href = safeLink(`mailto:${word.slice(start, end)}`);
  const named = word.slice(0, start).toLowerCase().endsWith("mailto:") ? start - "mailto:".length : start;
  return href === null ? [] : [{ start: named, end, href }];
}

function isHostName(name: string): boolean {
  const labels = name.split(".");
  return labels.length > 1 && labels.every((label) => label !== "" && !/^-|-$/u.test(label)) && isTop(labels.at(-1));
}

function isTop(label = ""): boolean {
  return /^[a-z]{2,24}$/iu.test(label);
}

function textPiece(text: string): readonly Piece[] {
  return text === "" ? [] : [{ kind: "text", text }];
}
