import { chunksOf } from "./chunks.ts";
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { PutOutcome, StoredFile } from "./file-store.ts";

type Received = Omit<StoredFile, "key">;
type Outcome = { readonly ok: true; readonly received: Received } | Extract<PutOutcome, { ok: false }>;

/** Enough for telling a kind. */
const headBytes = 4096;

/**
 * Writes a stream into an open file and counts its bytes. Nothing is ever whole in memory (R06), and an endless upload
 * stops at its limit. The rest of an unwanted stream is still read; otherwise the form behind it would wait.
 */
export async function receiveStream(stream: Readable, handle: FileHandle, limitBytes: number): Promise<Outcome> {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(stream)) {
      if (size < headBytes) head.push(Uint8Array.from(chunk.subarray(0, headBytes - size)));
      size += chunk.length;
      if (size > limitBytes) return { ok: false, why: "too-large" };
      hash.update(chunk);
      await handle.appendFile(chunk);
    }
    if (size === 0) return { ok: false, why: "empty" };
    await handle.sync();
    return { ok: true, received: { size, sha256: hash.digest("hex"), head: Buffer.concat(head) } };
  } finally {
    stream.resume();
  }
}
