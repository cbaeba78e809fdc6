import type { Readable } from "node:stream";

/** What a stream brings, in pieces; it is left open when reading stops before its end. */
export function chunksOf(stream: Readable): AsyncIterable<Buffer> {
  return stream.iterator({ destroyOnReturn: false });
}
