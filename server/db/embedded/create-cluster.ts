import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedError, diskFull, saysDiskFull } from "./embedded-error.ts";
import { dataOf } from "./place.ts";
import type { ClusterRecord } from "./record.ts";
import { type Programs, runProgram } from "./run-program.ts";

export const superuser = "kwartier_superuser";
export const ownerRole = "kwartier_owner";
export const ownDatabase = "kwartier";

/**
 * Makes the cluster with its role and database aside, and renames it when complete. After an interruption the next
 * start makes it again.
 */
export async function createCluster(record: ClusterRecord, programs: Programs, isDurable: boolean): Promise<void> {
  const aside = `${dataOf(record.home)}.new`;
  const passwordFile = join(aside, "password");
  rmSync(aside, { recursive: true, force: true });
  for (const directory of [aside, join(aside, "data")]) ownDirectory(directory, programs);
  writeFileSync(passwordFile, record.superuserPassword, { mode: 0o600 });
  chown(passwordFile, programs);
  const made = join(aside, "data");
  await initialise(made, passwordFile, { programs, isDurable });
  await runSql(made, programs, [
    `CREATE ROLE ${ownerRole} LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD '${record.ownerPassword}'`,
    `CREATE DATABASE ${ownDatabase} OWNER ${ownerRole}`,
  ]);
  renameSync(made, dataOf(record.home));
  syncDirectory(record.home);
  rmSync(aside, { recursive: true });
}

/** Sets the record's passwords in the cluster, which must not run meanwhile. */
export async function setPasswords(record: ClusterRecord, programs: Programs): Promise<void> {
  await runSql(dataOf(record.home), programs, [
    `ALTER ROLE ${superuser} PASSWORD '${record.superuserPassword}'`,
    `ALTER ROLE ${ownerRole} PASSWORD '${record.ownerPassword}'`,
  ]);
}

async function initialise(
  data: string,
  passwordFile: string,
  { programs, isDurable }: { programs: Programs; isDurable: boolean },
): Promise<void> {
  const finished = await runProgram(programs, "initdb", [
    `--pgdata=${data}`,
    "--encoding=UTF8",
    // Collation and character classes come from PostgreSQL itself, not from the C library, so they are the same on
    // every machine.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-locale",
    "--data-checksums",
    "--auth=scram-sha-256",
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    ...(isDurable ? [] : ["--no-sync"]),
  ]);
  if (!finished.isSuccess) throw failed(data, finished.output);
}

/** Runs statements in single-user mode: one per line, without a password, with nobody else connected. */
async function runSql(data: string, programs: Programs, statements: string[]): Promise<void> {
  const args = ["--single", "-D", data, "-c", "log_min_error_statement=panic", "-c", "log_checkpoints=off", "postgres"];
  const finished = await runProgram(programs, "postgres", args, `${statements.join("\n")}\n`);
  if (!finished.isSuccess || /(ERROR|FATAL|PANIC):/.test(finished.output)) throw failed(data, finished.output);
}

/** The reason why PostgreSQL failed, by its own words, or by a disk too full to store them. */
export function failed(data: string, output: string): EmbeddedError {
  if (saysDiskFull(output) || hasNoSpace(dirname(data))) return diskFull(data);
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const reason = lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? "it said nothing";
  return new EmbeddedError("start-failed", `The embedded database in ${data} could not be started: ${reason.trim()}`);
}

function hasNoSpace(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < 64 * 1024;
}

function ownDirectory(directory: string, programs: Programs): void {
  mkdirSync(directory, { mode: 0o700 });
  chown(directory, programs);
}

function chown(path: string, { account }: Programs): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
