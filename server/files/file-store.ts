import type { FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";

/** Names a stored file: 256 random bits, so that a key cannot be guessed and never comes from a person. */
export type FileKey = string & { readonly __fileKey: true };

export interface StoredFile {
  readonly key: FileKey;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** The first bytes, to tell what kind of file it is. */
  readonly head: Uint8Array;
}

export type PutOutcome =
  | { readonly ok: true; readonly file: StoredFile }
  | { readonly ok: false; readonly why: "too-large" | "empty" };

export interface PutOptions {
  readonly limitBytes: number;
  /**
   * Changes a file before it is kept, knowing its first bytes, and answers whether it did. Its hash is that of what is
   * kept.
   */
  readonly edit?: (file: FileHandle, head: Uint8Array) => Promise<boolean>;
}

/** Where the bytes of attachments and documents are kept; what they belong to is the database's business. */
export interface FileStore {
  /** Takes a stream in to its end. A stream that breaks off, or a full disk, throws and leaves nothing behind. */
  put(stream: Readable, options: PutOptions): Promise<PutOutcome>;
  /** The bytes of a file; throws when there is none. */
  open(key: string): Promise<Readable>;
  /** Removes a file; one that is gone already is no error. */
  remove(key: string): Promise<void>;
}

const keyPattern = /^[0-9a-f]{64}$/;

/** Whether a text is a key, and so can be part of a path without leading out of it (R05). */
export function isFileKey(text: string): text is FileKey {
  return keyPattern.test(text);
}
