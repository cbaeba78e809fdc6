export type EmbeddedErrorCode = "disk-full" | "no-binaries" | "already-running" | "no-usable-user" | "start-failed";

/** The reason why the embedded database did not start: a stable code, and a sentence with a remedy. */
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
 * Whether PostgreSQL's words mean a full disk. An incomplete write counts too ("wrote only 4096 of 8192 bytes", with a
 * hint to check the disk). A missing shared memory segment is also "No space left on device", but then PostgreSQL adds
 * that the disk is not the cause.
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

/** Puts an error of the file system into words. An EmbeddedError passes unchanged. */
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
