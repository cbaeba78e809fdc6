import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, canReach, chooseAccount } from "./account.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { machineDirectory } from "./machine-directory.ts";
import { type ClusterRecord, readRecord, recordPath, writeDurably, writeRecord } from "./record.ts";

export type Log = (message: string, details?: Record<string, unknown>) => void;

/** The place of this database, its user, and whether its passwords must be set before it starts. */
export type Place = {
  readonly record: ClusterRecord;
  readonly account: Account;
  readonly needsPasswords: boolean;
};

export function dataOf(home: string): string {
  return join(home, "postgres");
}

function hasData(home: string): boolean {
  return existsSync(join(dataOf(home), "PG_VERSION"));
}

/**
 * Finds the database of this directory, or chooses a place for a new one. Two copies of a directory never share a
 * database: the record holds the path of its directory, and a home elsewhere names its one owner.
 */
export function settlePlace(directory: string, log: Log): Place {
  const record = readRecord(directory);
  if (record === undefined) return hasData(directory) ? withNewPasswords(directory, log) : newPlace(directory);
  if (record.directory === directory) return samePlace(record);
  if (record.home === record.directory) return movedWithData(directory, record, log);
  return movedFromData(directory, record, log);
}

function samePlace(record: ClusterRecord): Place {
  if (record.isCreated && !hasData(record.home)) throw lost(record);
  const account = accountOf(record.home);
  if (!canReach(record.home, account)) {
    const message = `The database runs as the user with id ${account?.uid}, who can no longer reach ${record.home}; give the directories above it mode 755.`;
    throw new EmbeddedError("start-failed", message);
  }
  return { record, account, needsPasswords: false };
}

function lost(record: ClusterRecord): EmbeddedError {
  const data = dataOf(record.home);
  const message = `The database that was in ${data} is gone; put it back, or remove ${recordPath(record.directory)} to start with an empty one.`;
  return new EmbeddedError("start-failed", message);
}

function accountOf(home: string): Account {
  return chooseAccount(hasData(home) ? dataOf(home) : undefined);
}

function newPlace(directory: string): Place {
  const account = chooseAccount(undefined);
  const home = canReach(directory, account) ? directory : newHome(directory, account);
  const record = { directory, home, port: 0, ...newPasswords(), isCreated: false };
  writeRecord(record);
  return { record, account, needsPasswords: false };
}

function newHome(directory: string, account: Account): string {
  const hash = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  const home = join(machineDirectory(account), `${hash}-${randomBytes(4).toString("hex")}`);
  mkdirSync(home);
  chmodSync(home, 0o755);
  writeOwner(home, directory);
  return home;
}

function newPasswords(): Pick<ClusterRecord, "superuserPassword" | "ownerPassword"> {
  return {
    superuserPassword: randomBytes(24).toString("base64url"),
    ownerPassword: randomBytes(24).toString("base64url"),
  };
}

function withNewPasswords(directory: string, log: Log): Place {
  log("the embedded database has lost its passwords, they are set anew", { directory });
  const record = { directory, home: directory, port: 0, ...newPasswords(), isCreated: true };
  return { record, account: accountOf(directory), needsPasswords: true };
}

// The data moved along, perhaps as a copy beside a living original. The two must not know each other's passwords.
function movedWithData(directory: string, record: ClusterRecord, log: Log): Place {
  const here = { ...record, directory, home: directory };
  if (record.isCreated && !hasData(directory)) throw lost(here);
  log("the data directory was moved or copied, the embedded database gets passwords of its own", {
    from: record.directory,
  });
  return {
    record: { ...here, port: 0, ...newPasswords() },
    account: accountOf(directory),
    needsPasswords: record.isCreated,
  };
}

// The data stayed in place. It follows a moved directory, and stays with the original of a copied one.
function movedFromData(directory: string, record: ClusterRecord, log: Log): Place {
  const isMoved =
    readOwner(record.home) === record.directory && readRecordQuietly(record.directory)?.home !== record.home;
  if (!isMoved) {
    log("the data directory is a copy, it gets an empty database of its own", { from: record.directory });
    return newPlace(directory);
  }
  const moved = { ...record, directory };
  writeOwner(record.home, directory);
  writeRecord(moved);
  return samePlace(moved);
}

function readRecordQuietly(directory: string): ClusterRecord | undefined {
  return existsSync(directory) ? readRecord(directory) : undefined;
}

function writeOwner(home: string, directory: string): void {
  writeDurably(join(home, "owner"), directory);
}

function readOwner(home: string): string | undefined {
  const path = join(home, "owner");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
