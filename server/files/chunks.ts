import type { Readable } from "node:stream";

/** The pieces of a stream. The stream stays open when reading stops early. */
export function chunksOf(stream: Readable): AsyncIterable<Buffer> {
  return stream.iterator({ destroyOnReturn: false });
}
