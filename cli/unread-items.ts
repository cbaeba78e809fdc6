/** The items of a long array, each parsed when it is asked for, so that a file is never in memory as values as a whole. */
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
  return JSON.parse(bytes.toString("utf8", start, end));
}
