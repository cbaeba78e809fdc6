import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "../files/file-store.ts";
import type { IssuedInvoice } from "../invoices/read-issued.ts";

export interface VerifiedDocument {
  /** It was made, but is missing from the files here. */
  readonly isAbsent: boolean;
  readonly problem: string | null;
}

/** Whether an invoice's PDF still has its hash, if it can be read (R13). */
export async function verifyDocument(
  document: IssuedInvoice["document"],
  files: Pick<FileStore, "open"> | null,
): Promise<VerifiedDocument> {
  if (document === null) return { isAbsent: false, problem: null };
  if (files === null) return { isAbsent: true, problem: null };
  const hash = createHash("sha256");
  try {
    await pipeline(await files.open(document.storageKey), hash);
  } catch (error) {
    if (isMissing(error)) return { isAbsent: true, problem: null };
    return {
      isAbsent: false,
      problem: `its PDF cannot be read: ${error instanceof Error ? error.message : "no reason"}`,
    };
  }
  const found = hash.digest("hex");
  const isSame = found === document.sha256;
  return { isAbsent: false, problem: isSame ? null : `its PDF has the hash ${found}, should be ${document.sha256}` };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
