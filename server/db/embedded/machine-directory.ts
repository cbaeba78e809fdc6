import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { type Account, canReach } from "./account.ts";
import { EmbeddedError, errorCode } from "./embedded-error.ts";

const candidates = ["/var/lib/kwartier", "/var/tmp/kwartier"];

/** A directory of root outside any home, for binaries and data that an unprivileged user must reach. */
export function machineDirectory(account: Account): string {
  for (const directory of candidates) {
    if (isOurs(directory) && canReach(directory, account)) return directory;
  }
  throw new EmbeddedError(
    "start-failed",
    `As root, Kwartier keeps its database in ${candidates.join(" or ")}, and neither can be written; start it as an ordinary user or set DATABASE_URL.`,
  );
}

// Everybody may write below /var/tmp, so a directory that somebody else put there first is not trusted.
function isOurs(directory: string): boolean {
  try {
    if (mkdirSync(directory, { recursive: true }) !== undefined) chmodSync(directory, 0o755);
  } catch (error) {
    if (errorCode(error) === "ENOSPC") throw error;
    return false;
  }
  const found = lstatSync(directory);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
