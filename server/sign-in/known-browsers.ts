import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Cookie } from "../http/answer.ts";
import { hashSecret, makeSecret } from "./secrets.ts";
import { keepNewestBrowsers, replaceBrowserHash, saveKnownBrowser } from "./store-known-browsers.ts";

export const knownCookie = "known";
const knownDays = 180;
const mostOfPerson = 20;

/** A browser in which this person signed in before. */
export interface KnownBrowser {
  readonly personId: PersonId;
  readonly secret: string;
}

/**
 * Whether a person signed in before in the browser with this secret; null if not. An unknown address takes the same
 * work (R17).
 */
export async function findKnownBrowser(
  tx: Transaction,
  { secret = "", personId, now }: { secret: string | undefined; personId: PersonId | null; now: Temporal.Instant },
): Promise<KnownBrowser | null> {
  const rows = await tx
    .selectFrom("known_browsers")
    .select("personId")
    .where("browserHash", "=", hashSecret(secret))
    .where("expiresAt", ">", now)
    .execute();
  return personId !== null && rows.some((row) => row.personId === personId) ? { personId, secret } : null;
}

/**
 * Remembers a person's sign-in in this browser under a new secret; it also covers the other people of this browser, and
 * the old secret is void (R18). Answers the cookie. Keeps a person's newest twenty browsers.
 */
export async function rememberBrowser(
  tx: Transaction,
  { secret = "", personId, now }: { secret: string | undefined; personId: PersonId; now: Temporal.Instant },
): Promise<Cookie> {
  const value = makeSecret();
  const browserHash = hashSecret(value);
  await replaceBrowserHash(tx, { before: hashSecret(secret), after: browserHash });
  const expiresAt = now.add({ hours: knownDays * 24 });
  await saveKnownBrowser(tx, { browserHash, personId, signedInAt: now, expiresAt });
  await keepNewestBrowsers(tx, personId, mostOfPerson);
  return { name: knownCookie, value, maxAgeSeconds: knownDays * 24 * 3600 };
}
