import { lchownSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedError, errorCode } from "./embedded-error.ts";

/** PostgreSQL's user when we are root; undefined to run it as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

// initdb looks its user up by name, so it needs an existing one. A user of another database is fine: it owns nothing of
// ours except the data directory.
const usableNames = ["postgres", "_postgres", "nobody", "daemon"];

/** Chooses the user, because PostgreSQL refuses to run as root. The owner of existing data stays. */
export function chooseAccount(existingData: string | undefined): Account {
  const ownUid = process.getuid?.() ?? 0;
  const owner = existingData === undefined ? undefined : statSync(existingData);
  if (ownUid !== 0) {
    if (owner !== undefined && owner.uid !== ownUid) throw ownedByAnother(existingData ?? "", owner.uid);
    return undefined;
  }
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivilegedAccount();
}

function ownedByAnother(data: string, uid: number): EmbeddedError {
  return new EmbeddedError(
    "start-failed",
    `The database in ${data} belongs to the user with id ${uid}; start Kwartier as the user that started it before (perhaps root).`,
  );
}

/** A user of this machine that PostgreSQL may run as. */
export function unprivilegedAccount(accounts = readAccounts()): NonNullable<Account> {
  for (const name of usableNames) {
    const account = accounts.get(name);
    if (account !== undefined && account.uid > 0) return account;
  }
  throw new EmbeddedError(
    "no-usable-user",
    "PostgreSQL refuses to run as root and this machine has no user postgres or nobody; start Kwartier as an ordinary user or set DATABASE_URL.",
  );
}

/** The users of this machine by name. */
export function readAccounts(passwd = readPasswd()): Map<string, NonNullable<Account>> {
  const accounts = new Map<string, NonNullable<Account>>();
  for (const line of passwd.split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === undefined || uid === undefined || gid === undefined) continue;
    accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}

function readPasswd(): string {
  try {
    return readFileSync("/etc/passwd", "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}

/** Whether the account may walk down to this directory. A home with mode 0700 on the way stops it. */
export function canReach(directory: string, account: Account): boolean {
  if (account === undefined) return true;
  const { mode, uid, gid } = statSync(directory);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(parent, account);
}

/** Gives copied data to PostgreSQL's user. A copy made by root belongs to root. */
export function giveTo(account: Account, data: string): void {
  if (account === undefined || statSync(data).uid === account.uid) return;
  for (const entry of readdirSync(data, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(data, entry), account.uid, account.gid);
  }
  // The directory itself comes last, as the mark that all of it was given.
  lchownSync(data, account.uid, account.gid);
}
