import type { JsonPath } from "./path.ts";
import { printable } from "./printable.ts";

/** The reason and place at which reading a JSON text stopped. */
export class JsonFault extends Error {
  readonly path: JsonPath;

  constructor(path: JsonPath, message: string) {
    super(message);
    this.path = [...path];
  }
}

/** The position in a JSON text. */
export interface JsonCursor {
  readonly bytes: Buffer;
  at: number;
  /** The path to the current value. */
  readonly path: (string | number)[];
}

/**
 * The fault of a text that breaks the grammar of JSON: the expected and the found part, and its place for an editor.
 */
export function notJson({ bytes, at, path }: JsonCursor, expected: string): JsonFault {
  const lineStart = bytes.subarray(0, at).lastIndexOf("\n") + 1;
  const line = 1 + count(bytes.subarray(0, lineStart), (byte) => byte === 0x0a);
  // Bytes that continue a UTF-8 character are no column of their own.
  const column = 1 + count(bytes.subarray(lineStart, at), (byte) => (byte & 0xc0) !== 0x80);
  const found = characterAt(bytes, at);
  return new JsonFault(path, `is not JSON: expected ${expected}, found ${found} (line ${line}, column ${column})`);
}

function count(bytes: Uint8Array, isCounted: (byte: number) => boolean): number {
  return bytes.reduce((sum, byte) => (isCounted(byte) ? sum + 1 : sum), 0);
}

function characterAt(bytes: Buffer, at: number): string {
  const [character] = bytes.toString("utf8", at, at + 4);
  return character === undefined ? "the end" : printable(JSON.stringify(character));
}
