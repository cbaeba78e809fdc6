import { numberOf } from "./json-number.ts";

/**
 * The items of a long array, each parsed when it is asked for, so that a file is never in memory as values as a whole.
 */
export class UnreadItems implements Iterable<unknown> {
  readonly #bytes: Buffer;
  /** Where each item begins and ends, by turns. */
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

/** The value of a part of a JSON text that was found to be one. */
export function parsePart(bytes: Buffer, start: number, end: number): unknown {
  const text = bytes.toString("utf8", start, end);
  // Asking for what was written takes its time: only fractions and powers of ten can be other than what they are read
  // as.
  return /\d[.eE]/.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
}

declare global {
  interface JSON {
    /** ES2026: what was written comes along for numbers, which TypeScript's own types do not know yet. */
    parse(
      text: string,
      reviver: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
  }
}

function asWritten(_name: string, value: unknown, { source }: { readonly source?: string }): unknown {
  return typeof value === "number" && source !== undefined ? numberOf(source) : value;
}
