import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./embedded-error.ts";

const recordSchema = z.strictObject({
  /** The real path of the directory this record was written in. A copied or moved directory differs from it. */
  directory: z.string(),
  /** The place of the data: the directory itself, or one that the unprivileged user of root can reach. */
  home: z.string(),
  port: z.int(),
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  /** The data was complete once. If it is missing later it was lost, and must not be replaced by an empty database. */
  isCreated: z.boolean(),
});

export type ClusterRecord = Readonly<z.infer<typeof recordSchema>>;

export function recordPath(directory: string): string {
  return join(directory, "embedded-postgres.json");
}

export function readRecord(directory: string): ClusterRecord | undefined {
  const path = recordPath(directory);
  if (!existsSync(path)) return undefined;
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new EmbeddedError(
      "start-failed",
      `${path} cannot be read; restore it, or remove it to have the passwords set anew.`,
      { cause },
    );
  }
}

export function writeRecord(record: ClusterRecord): void {
  writeDurably(recordPath(record.directory), `${JSON.stringify(record, null, 2)}\n`);
}

/** Writes aside, syncs and renames (R35). A full disk or a crash leaves the old file whole. */
export function writeDurably(path: string, text: string): void {
  const aside = `${path}.new`;
  const file = openSync(aside, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}
