import { isUtf8 } from "node:buffer";
import { BadRequest } from "./bad-request.ts";

/** Bytes as the text they are in UTF-8, without the mark that some editors begin it with. */
export function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BadRequest("not-utf-8");
  return withoutMark(bytes).toString();
}

export function withoutMark(bytes: Buffer): Buffer {
  return bytes.indexOf("\uFEFF") === 0 ? bytes.subarray(3) : bytes;
}

/**
 * Whether what is percent-encoded in a query or form is UTF-8. Decoders put U+FFFD in the place of what is not, and the
 * text of another charset would be kept mangled.
 */
export function isEncodedUtf8(text: string): boolean {
  if (!/%[89a-f]/i.test(text)) return true;
  const bytes = Buffer.from(text)
    .toString("latin1")
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return isUtf8(Buffer.from(bytes, "latin1"));
}

/** Whether a charset that is named, or none, is ours. */
export function isUtf8Charset(charset: string | null): boolean {
  return charset === null || /^utf-?8$/i.test(charset);
}
