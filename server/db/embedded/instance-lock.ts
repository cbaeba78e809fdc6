import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EmbeddedError, diskFull } from "./embedded-error.ts";

const sqliteBusy = 5;
const sqliteIoError = 10;
const sqliteFull = 13;

/**
 * Allows one Kwartier per data directory. Node has no file lock, so this uses SQLite's. The kernel holds it exactly as
 * long as the process lives: a kill -9 leaves nothing behind, and no process id has to be trusted.
 */
export function lockInstance(directory: string): () => void {
  const holder = join(directory, "kwartier.pid");
  const lock = new DatabaseSync(join(directory, "kwartier.lock"), { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    writeFileSync(holder, String(process.pid));
  } catch (error) {
    lock.close();
    throw explain(error, directory, holder);
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}

function explain(error: unknown, directory: string, holder: string): unknown {
  const code = sqliteCode(error);
  if (code === sqliteIoError || code === sqliteFull) return diskFull(directory, error);
  if (code !== sqliteBusy) return error;
  const message = `Kwartier is already running on ${directory} (process ${readFileSync(holder, "utf8")}); stop it first, or give this one another data directory.`;
  return new EmbeddedError("already-running", message, { cause: error });
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode & 0xff;
}
