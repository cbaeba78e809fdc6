import { openSync, readFileSync, renameSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";

const largestBytes = 5 * 1024 * 1024;

export function logPath(home: string): string {
  return join(home, "postgres.log");
}

/** PostgreSQL appends to it by itself, even after our process ended. A start puts a large log aside and keeps one. */
export function openServerLog(home: string): { readonly handle: number; readonly startsAt: number } {
  const path = logPath(home);
  if (sizeOf(path) > largestBytes) renameSync(path, `${path}.1`);
  const handle = openSync(path, "a", 0o600);
  return { handle, startsAt: sizeOf(path) };
}

export function readServerLog(home: string, startsAt: number): string {
  return readFileSync(logPath(home)).subarray(startsAt).toString("utf8");
}

/** A running server keeps the file open, so a large log is emptied instead of renamed. */
export function limitServerLog(home: string): void {
  if (sizeOf(logPath(home)) > 4 * largestBytes) truncateSync(logPath(home), 0);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
