import { isUtf8 } from "node:buffer";
import { BadRequest } from "./bad-request.ts";

/** Decodes bytes as UTF-8, without the mark that some editors put first. */
export function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BadRequest("not-utf-8");
  return withoutMark(bytes).toString();
}

export function withoutMark(bytes: Buffer): Buffer {
  return bytes.indexOf("\uFEFF") === 0 ? bytes.subarray(3) : bytes;
}

/**
 * Whether the percent-encoded parts of a query or form are UTF-8. Decoders would replace other bytes with U+FFFD and
 * keep a mangled text.
 */
export function isEncodedUtf8(text: string): boolean {
  if (!/%[89a-f]/i.test(text)) return true;
  const bytes = Buffer.from(text)
    .toString("latin1")
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return isUtf8(Buffer.from(bytes, "latin1"));
}

/** Whether a named charset is ours. No name counts as ours. */
export function isUtf8Charset(charset: string | null): boolean {
  return charset === null || /^utf-?8$/i.test(charset);
}
