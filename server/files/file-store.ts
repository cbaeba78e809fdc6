import type { FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";

/** The key of a stored file: 256 random bits. Nobody can guess it, and no person chooses it. */
export type FileKey = string & { readonly __fileKey: true };

export interface StoredFile {
  readonly key: FileKey;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** The first bytes, for telling the kind of file. */
  readonly head: Uint8Array;
}

export type PutOutcome =
  | { readonly ok: true; readonly file: StoredFile }
  | { readonly ok: false; readonly why: "too-large" | "empty" };

export interface PutOptions {
  readonly limitBytes: number;
  /**
   * Changes a file before it is kept, by its first bytes, and answers whether it did. The hash is that of the kept
   * file.
   */
  readonly edit?: (file: FileHandle, head: Uint8Array) => Promise<boolean>;
}

/** The store for the bytes of attachments and documents. The database knows their owners. */
export interface FileStore {
  /** Reads a stream to its end. A broken stream or a full disk throws and leaves nothing behind. */
  put(stream: Readable, options: PutOptions): Promise<PutOutcome>;
  /** The bytes of a file. Throws if there is none. */
  open(key: string): Promise<Readable>;
  /** Removes a file. A missing file is no error. */
  remove(key: string): Promise<void>;
}

const keyPattern = /^[0-9a-f]{64}$/;

/** Whether a text is a key, and so cannot lead out of a path (R05). */
export function isFileKey(text: string): text is FileKey {
  return keyPattern.test(text);
}
