import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { findPerson } from "./people.ts";
import { takeHits, tryLimits } from "./rate-limit.ts";
import { hashCode, hashSecret, isSame } from "./secrets.ts";

const mostAttempts = 5;

interface Using {
  /** The secret of the browser, from its cookie. */
  readonly browser: string;
  readonly address: string;
  readonly systemNow: Temporal.Instant;
}

/** What a browser has asked for last, to show where the code went; null when it asked for nothing lately. */
export async function findAskedAddress(
  tx: Transaction,
  browser: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await newestOf(tx, browser);
  return row === undefined || Temporal.Instant.compare(row.expires_at, now) <= 0 || row.used_at !== null
    ? null
    : row.mail_address;
}

/**
 * Signs in by the digits: the newest code of this browser, once, within ten minutes and five attempts. Refuses `code-wrong`,
 * `code-expired`, `code-used`, `too-many-attempts`; what an attempt counted must be kept, also when it is refused.
 */
export async function useCode(work: Work, using: Using & { readonly code: string }): Promise<Result<PersonId>> {
  return take(work, using, async (row) => isSame(await hashCode(using.code, row.id), row.code_hash));
}

/** Signs in by the link of the mail, under the same conditions: it works in the browser that asked and nowhere else. */
export async function useLink(work: Work, using: Using & { readonly token: string }): Promise<Result<PersonId>> {
  return take(work, using, async (row) => isSame(hashSecret(using.token), row.link_hash));
}

type Row = NonNullable<Awaited<ReturnType<typeof newestOf>>>;

async function newestOf(tx: Transaction, browser: string) {
  return tx
    .selectFrom("sign_in_codes")
    .selectAll()
    .where("browser_hash", "=", hashSecret(browser))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function take(
  { tx }: Work,
  { browser, address, systemNow }: Using,
  matches: (row: Row) => Promise<boolean>,
): Promise<Result<PersonId>> {
  const minutes = await takeHits(tx, tryLimits(address), systemNow);
  if (minutes !== null) return refuse({ code: "too-many-attempts", minutes });
  const row = await newestOf(tx, browser);
  if (row === undefined) return refuse({ code: "code-expired" });
  const counted = await tx
    .updateTable("sign_in_codes")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "=", row.id)
    .where("attempts", "<", mostAttempts)
    .where("used_at", "is", null)
    .where("expires_at", ">", systemNow)
    .returning("attempts")
    .executeTakeFirst();
  if (counted === undefined) return refuse(await whyNot(tx, row.id));
  if (!(await matches(row))) return refuse({ code: "code-wrong", attemptsLeft: mostAttempts - counted.attempts });
  await tx.updateTable("sign_in_codes").set({ used_at: systemNow }).where("id", "=", row.id).execute();
  const person = row.person_id === null ? undefined : await findPerson(tx, row.person_id);
  return person === undefined ? refuse({ code: "code-expired" }) : accept(person.id);
}

/** Read anew: the update above may have waited for another attempt that used it. */
async function whyNot(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom("sign_in_codes")
    .select(["used_at", "attempts"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row !== undefined && row.used_at !== null) return { code: "code-used" } as const;
  return row !== undefined && row.attempts >= mostAttempts
    ? ({ code: "code-wrong", attemptsLeft: 0 } as const)
    : ({ code: "code-expired" } as const);
}
