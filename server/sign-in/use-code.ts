import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { findPerson } from "./people.ts";
import { takeHits, tryLimits } from "./rate-limit.ts";
import { hashCode, type HashLane, hashSecret, isSame } from "./secrets.ts";

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

/** An attempt that counted: the code it is for, and how many are left after it. */
export interface Attempt {
  readonly row: Row;
  readonly attemptsLeft: number;
}

/**
 * Counts an attempt at the newest code of this browser, before anything is compared, so that however many come at once no
 * sixth is ever looked at. Refuses `code-expired`, `code-used`, `too-many-attempts`; what was counted must be kept, also when it
 * is refused.
 */
export async function countAttempt({ tx }: Work, { browser, address, systemNow }: Using): Promise<Result<Attempt>> {
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
  return accept({ row, attemptsLeft: mostAttempts - counted.attempts });
}

/** Whether these are the digits of the mail. Slow, so never inside a transaction; throws Busy when too many are asking. */
export async function isItsCode({ row }: Attempt, code: string, lane: HashLane): Promise<boolean> {
  return isSame(await hashCode(code, row.id, lane), row.code_hash);
}

/** Takes a code whose digits or link were right, once: refuses `code-used` to the second, `code-expired` when its person left. */
export async function redeemCode(
  { tx }: Work,
  { row }: Attempt,
  systemNow: Temporal.Instant,
): Promise<Result<PersonId>> {
  const taken = await tx
    .updateTable("sign_in_codes")
    .set({ used_at: systemNow })
    .where("id", "=", row.id)
    .where("used_at", "is", null)
    .returning("person_id")
    .executeTakeFirst();
  if (taken === undefined) return refuse({ code: "code-used" });
  const person = taken.person_id === null ? undefined : await findPerson(tx, taken.person_id);
  return person === undefined ? refuse({ code: "code-expired" }) : accept(person.id);
}

/** Signs in by the link of the mail, which works in the browser that asked and nowhere else. Refuses `code-wrong` besides. */
export async function useLink(
  work: Work,
  { row, attemptsLeft }: Attempt,
  using: { readonly token: string; readonly systemNow: Temporal.Instant },
): Promise<Result<PersonId>> {
  return isSame(hashSecret(using.token), row.link_hash)
    ? redeemCode(work, { row, attemptsLeft }, using.systemNow)
    : refuse({ code: "code-wrong", attemptsLeft });
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
