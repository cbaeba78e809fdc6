import { lchownSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { EmbeddedError, errorCode } from "./embedded-error.ts";

/** The user that PostgreSQL runs as when we are root; undefined means: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

// initdb looks its user up by name, so that a made-up uid will not do. A user of another database is as good
// as any: it owns nothing of ours but the data directory.
const usableNames = ["postgres", "_postgres", "nobody", "daemon"];

/** PostgreSQL refuses to run as root; whoever owns existing data keeps it. */
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

/** Of the users of a machine, one that PostgreSQL may run as. */
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

/** Whether the account may walk down to this directory: a home with mode 0700 on the way stops it. */
export function canReach(directory: string, account: Account): boolean {
  if (account === undefined) return true;
  const { mode, uid, gid } = statSync(directory);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(parent, account);
}

/** A copy that root made of the data belongs to root: PostgreSQL's user gets it, as it would get a new one. */
export function giveTo(account: Account, data: string): void {
  if (account === undefined || statSync(data).uid === account.uid) return;
  for (const entry of readdirSync(data, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(data, entry), account.uid, account.gid);
  }
  // The directory itself last: it tells whether all of it has been given.
  lchownSync(data, account.uid, account.gid);
}
