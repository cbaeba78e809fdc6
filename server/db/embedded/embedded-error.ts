export type EmbeddedErrorCode = "disk-full" | "no-binaries" | "already-running" | "no-usable-user" | "start-failed";

/** Why the embedded database did not start: a stable code, and one sentence that says what to do. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedError";
    this.code = code;
  }
}

export function diskFull(directory: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError("disk-full", `The disk that holds ${directory} is full; free some space and start again.`, {
    cause,
  });
}

/**
 * A write cut short counts as well as one refused ("wrote only 4096 of 8192 bytes", with a hint to check the disk).
 * PostgreSQL also says "No space left on device" when the kernel has no shared memory segment left, and adds that this
 * is not about the disk.
 */
export function saysDiskFull(output: string): boolean {
  return output
    .split("\n")
    .some(
      (line) =>
        /No space left on device|Disk quota exceeded|Check free disk space/.test(line) &&
        !/shared memory|semaphore/.test(line),
    );
}

/** Turns what the file system threw into words; what is known already passes through unchanged. */
export function toEmbeddedError(error: unknown, directory: string): EmbeddedError {
  if (error instanceof EmbeddedError) return error;
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(directory, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedError("start-failed", `The embedded database in ${directory} could not be started: ${reason}`, {
    cause: error,
  });
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
