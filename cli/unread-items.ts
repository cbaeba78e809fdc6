import { numberOf } from "./json-number.ts";

/** The items of a long array, each parsed on demand, so that the whole file is never in memory as values. */
export class UnreadItems implements Iterable<unknown> {
  readonly #bytes: Buffer;
  /** The beginning and end of each item, in turn. */
  readonly #bounds: readonly number[];

  constructor(bytes: Buffer, bounds: readonly number[]) {
    this.#bytes = bytes;
    this.#bounds = bounds;
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (let at = 0; at < this.#bounds.length; at += 2) {
      yield parsePart(this.#bytes, this.#bounds[at] ?? 0, this.#bounds[at + 1] ?? 0);
    }
  }
}

/** The value of a checked part of a JSON text. */
export function parsePart(bytes: Buffer, start: number, end: number): unknown {
  const text = bytes.toString("utf8", start, end);
  // Looking at the written text is slow. Only fractions and powers of ten can differ from their parsed value.
  return /\d[.eE]/.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
}

declare global {
  interface JSON {
    /** ES2026 passes the written text of numbers along; TypeScript's own types lack it. */
    parse(
      text: string,
      reviver: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
  }
}

function asWritten(_name: string, value: unknown, { source }: { readonly source?: string }): unknown {
  return typeof value === "number" && source !== undefined ? numberOf(source) : value;
}
