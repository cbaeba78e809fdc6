const full = new Set(["ENOSPC", "EDQUOT", "EROFS", "53100", "25006"]);
/** PostgreSQL has no code for a quota or a disk that became read-only. Its messages end in the kernel's words. */
const fullInWords = /: (?:No space left on device|Disk quota exceeded|Read-only file system)$/;

/**
 * Whether something failed because nothing more can be stored (R35): the disk is full, our part of it is, or it is
 * read-only.
 */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return full.has(code) || fullInWords.test(error.message);
}
