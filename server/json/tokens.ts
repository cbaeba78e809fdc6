import { type JsonCursor, notJson } from "./fault.ts";

export const quote = code('"');
const backslash = code("\\");
const [zero, nine, minus] = [code("0"), code("9"), code("-")];
const shortEscapes = new Set(Array.from('"\\/bfnrt', code));
const words = new Map(["true", "false", "null"].map((word) => [code(word), word]));

function code(character: string): number {
  return character.charCodeAt(0);
}

export function skipSpace(cursor: JsonCursor): void {
  while (isSpace(cursor.bytes[cursor.at])) cursor.at += 1;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Passes over space and then this sign, if it comes next. */
export function takes(cursor: JsonCursor, sign: string): boolean {
  skipSpace(cursor);
  return takesByte(cursor, code(sign));
}

/** Passes over the name of a field and answers it. */
export function scanName(cursor: JsonCursor): string {
  const start = cursor.at;
  if (cursor.bytes[start] !== quote) throw notJson(cursor, "the name of a field in double quotes");
  const isEscaped = scanString(cursor);
  const name = cursor.bytes.toString("utf8", start + 1, cursor.at - 1);
  return isEscaped ? String(JSON.parse(`"${name}"`)) : name;
}

/** Passes over a text, and answers whether it has escapes. */
export function scanString(cursor: JsonCursor): boolean {
  const { bytes } = cursor;
  let isEscaped = false;
  for (cursor.at += 1; bytes[cursor.at] !== quote; cursor.at += 1) {
    const byte = bytes[cursor.at];
    if (byte === undefined || byte < 0x20) throw notJson(cursor, "the double quote that ends a text");
    if (byte !== backslash) continue;
    isEscaped = true;
    scanEscape(cursor);
  }
  cursor.at += 1;
  return isEscaped;
}

/** Moves to the last byte of an escape. */
function scanEscape(cursor: JsonCursor): void {
  cursor.at += 1;
  const letter = cursor.bytes[cursor.at] ?? 0;
  if (shortEscapes.has(letter)) return;
  const digits = cursor.bytes.toString("latin1", cursor.at + 1, cursor.at + 5);
  if (letter !== code("u") || !/^[\dA-Fa-f]{4}$/.test(digits)) throw notJson(cursor, "an escape of JSON");
  cursor.at += 4;
}

/** Passes over true, false, null or a number. */
export function scanWord(cursor: JsonCursor): void {
  const { bytes, at } = cursor;
  const first = bytes[at] ?? 0;
  if (first === minus || isDigit(first)) return scanNumber(cursor);
  const word = words.get(first);
  if (word === undefined || bytes.toString("latin1", at, at + word.length) !== word) throw notJson(cursor, "a value");
  cursor.at += word.length;
}

function scanNumber(cursor: JsonCursor): void {
  takesByte(cursor, minus);
  if (!takesByte(cursor, zero)) scanDigits(cursor);
  if (takesByte(cursor, code("."))) scanDigits(cursor);
  if (!takesByte(cursor, code("e")) && !takesByte(cursor, code("E"))) return;
  if (!takesByte(cursor, code("+"))) takesByte(cursor, minus);
  scanDigits(cursor);
}

function scanDigits(cursor: JsonCursor): void {
  if (!isDigit(cursor.bytes[cursor.at])) throw notJson(cursor, "a digit");
  while (isDigit(cursor.bytes[cursor.at])) cursor.at += 1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

function takesByte(cursor: JsonCursor, byte: number): boolean {
  if (cursor.bytes[cursor.at] !== byte) return false;
  cursor.at += 1;
  return true;
}
