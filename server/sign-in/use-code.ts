import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import { Busy } from "../http/limit-concurrency.ts";
import type { KnownBrowser } from "./known-browsers.ts";
import { findPerson } from "../people/read-people.ts";
import { takeHits, tryLimits } from "./rate-limit.ts";
import { hashSecret, withSlowHash, isSame } from "./secrets.ts";
import { countCodeAttempt, markCodeUsed } from "./store-codes.ts";

const mostAttempts = 5;

interface Using {
  /** The secret of the browser, from its cookie. */
  readonly browser: string;
  readonly address: string;
  /** Set if the code's person signed in before in this browser: its attempts and its wait are then its own. */
  readonly known: KnownBrowser | null;
  readonly systemNow: Temporal.Instant;
}

export interface Asked {
  readonly address: string;
  readonly personId: PersonId | null;
}

/** The address of this browser's latest request for a code, to show it; undefined without a recent one. */
export async function findAsked(tx: Transaction, browser: string, now: Temporal.Instant): Promise<Asked | null> {
  const row = await newestOf(tx, browser);
  return row === undefined || Temporal.Instant.compare(row.expiresAt, now) <= 0 || row.usedAt !== null
    ? null
    : { address: row.mailAddress, personId: row.personId };
}

/**
 * Signs in by the digits: the newest code of this browser, once, within ten minutes and five attempts. The attempt
 * counts after any wait, before the comparison. The slow comparison holds no connection (R42). `enter` runs in the
 * transaction that takes the code. Refuses `busy` without counting, and `code-wrong`, `code-expired`, `code-used`,
 * `too-many-attempts`.
 */
export async function useCode<Value>(
  { databases, work }: { readonly databases: Databases; readonly work: Work },
  using: Using & { readonly code: string },
  enter: (work: Work, personId: PersonId) => Promise<Value>,
): Promise<Result<Value>> {
  const shortly = async <Found>(run: (tx: Transaction) => Promise<Found>) => inTransaction(databases, work.actor, run);
  try {
    return await withSlowHash(using.known === null ? "anybody" : "known", async (hashCode) => {
      const attempt = await shortly(async (tx) => countAttempt(tx, using));
      if (!attempt.ok) return attempt;
      const { row, attemptsLeft } = attempt.value;
      if (!isSame(await hashCode(using.code, row.id), row.codeHash))
        return refuse({ code: "code-wrong", attemptsLeft });
      return shortly(async (tx) => {
        const person = await takeCode(tx, row, using.systemNow);
        return person.ok ? accept(await enter({ ...work, tx }, person.value)) : person;
      });
    });
  } catch (error) {
    if (error instanceof Busy) return refuse({ code: "busy" });
    throw error;
  }
}

/**
 * Signs in by the mail's link, with the same limits. It works only in the browser that asked. A counted attempt must be
 * kept, even when it is refused.
 */
export async function useLink({ tx }: Work, using: Using & { readonly token: string }): Promise<Result<PersonId>> {
  const attempt = await countAttempt(tx, using);
  if (!attempt.ok) return attempt;
  const { row, attemptsLeft } = attempt.value;
  return isSame(hashSecret(using.token), row.linkHash)
    ? takeCode(tx, row, using.systemNow)
    : refuse({ code: "code-wrong", attemptsLeft });
}

type Row = NonNullable<Awaited<ReturnType<typeof newestOf>>>;

async function newestOf(tx: Transaction, browser: string) {
  return tx
    .selectFrom("sign_in_codes")
    .selectAll()
    .where("browserHash", "=", hashSecret(browser))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Counts an attempt at the newest code of the browser. However many come at once, a sixth is never compared. */
async function countAttempt(
  tx: Transaction,
  { browser, address, known, systemNow }: Using,
): Promise<Result<{ row: Row; attemptsLeft: number }>> {
  const minutes = await takeHits(tx, tryLimits(address, known), systemNow);
  if (minutes !== null) return refuse({ code: "too-many-attempts", minutes });
  const row = await newestOf(tx, browser);
  if (row === undefined) return refuse({ code: "code-expired" });
  const attempts = await countCodeAttempt(tx, row.id, { most: mostAttempts, now: systemNow });
  if (attempts === null) return refuse(await whyNot(tx, row.id));
  return accept({ row, attemptsLeft: mostAttempts - attempts });
}

/** Takes a code after its digits or link matched, once. */
async function takeCode(tx: Transaction, { id }: Row, systemNow: Temporal.Instant): Promise<Result<PersonId>> {
  const taken = await markCodeUsed(tx, id, systemNow);
  if (taken === undefined) return refuse({ code: "code-used" });
  const person = taken.personId === null ? undefined : await findPerson(tx, taken.personId);
  return person === undefined ? refuse({ code: "code-expired" }) : accept(person.id);
}

/** Read again: the update above may have waited for another attempt that used it. */
async function whyNot(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom("sign_in_codes")
    .select(["usedAt", "attempts"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row !== undefined && row.usedAt !== null) return { code: "code-used" } as const;
  return row !== undefined && row.attempts >= mostAttempts
    ? ({ code: "code-wrong", attemptsLeft: 0 } as const)
    : ({ code: "code-expired" } as const);
}
