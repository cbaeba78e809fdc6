import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { needsNoConnection } from "../db/one-connection.ts";
import { type FileKey, type FileStore, isFileKey, type PutOptions, type PutOutcome } from "./file-store.ts";
import { receiveStream } from "./receive-stream.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Files on a disk. A file is written aside, synced and renamed, and its folders are synced. After `put` it survives a
 * power cut, and no reader ever sees half of one (R35).
 */
export async function createDiskFiles(directory: string): Promise<FileStore> {
  const incoming = join(directory, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeAbandoned(incoming);
  const pathOf = (key: string): string => pathIn(directory, key);

  async function put(stream: Readable, options: PutOptions): Promise<PutOutcome> {
    // A stream may break off while its file is still being opened, before anybody reads it. Its reader hears of it
    // then.
    stream.on("error", () => undefined);
    const key = newKey();
    const aside = join(incoming, key);
    try {
      const outcome = await receiveInto(aside, stream, options);
      if (!outcome.ok) return outcome;
      await moveInto(aside, pathOf(key), directory);
      return { ok: true, file: { key, ...outcome.received } };
    } catch (error) {
      stream.resume();
      throw error;
    } finally {
      await rm(aside, { force: true });
    }
  }

  return {
    put: async (stream, options) => {
      needsNoConnection("writing a file");
      return put(stream, options);
    },
    open: async (key) => {
      needsNoConnection("reading a file");
      return openDiskFiles(directory).open(key);
    },
    remove: async (key) => rm(pathOf(key), { force: true }),
  };
}

/** Files on a disk for reading only: makes and removes nothing. */
export function openDiskFiles(directory: string): Pick<FileStore, "open"> {
  return { open: async (key) => (await open(pathIn(directory, key), "r")).createReadStream() };
}

function pathIn(directory: string, key: string): string {
  if (!isFileKey(key)) throw new Error("not a file key");
  return join(directory, key.slice(0, 2), key.slice(2, 4), key);
}

async function receiveInto(path: string, stream: Readable, { limitBytes, edit }: PutOptions) {
  const handle = await open(path, "wx+", 0o600);
  try {
    const outcome = await receiveStream(stream, handle, limitBytes);
    if (!outcome.ok || edit === undefined || !(await edit(handle, outcome.received.head))) return outcome;
    await handle.sync();
    return { ok: true as const, received: { ...outcome.received, sha256: await hashOf(handle) } };
  } finally {
    await handle.close();
  }
}

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash("sha256");
  const chunks: AsyncIterable<Buffer> = handle.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

function newKey(): FileKey {
  const key = randomBytes(32).toString("hex");
  if (!isFileKey(key)) throw new Error("a new key is a key");
  return key;
}

/** A name is on disk only when its folder is synced, and so are the folders above, up to the store's own. */
async function moveInto(aside: string, path: string, directory: string): Promise<void> {
  const folder = dirname(path);
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(aside, path);
  await syncFolder(folder);
  if (firstMade === undefined) return;
  await syncFolder(dirname(folder));
  await syncFolder(directory);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes files of a killed process. Younger ones may still be arriving at another process. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > dayMilliseconds) await rm(path, { force: true });
  }
}
