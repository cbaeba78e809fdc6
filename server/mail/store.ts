import { type Insertable, sql } from "kysely";
import { isOneOf } from "../db/is-one-of.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import { type DueMail, dueColumns, type MailKindName, mostAtOnce } from "./due-mail.ts";
import { enqueueMails } from "./enqueue-mails.ts";
import { type MailFailure, serverProblems } from "./judge-failure.ts";
import { noticeDays } from "./pace.ts";

/** Inserts mails, each receiver once. Answers the ids of the new ones. */
export async function insertMails(
  tx: Transaction,
  mails: readonly Insertable<Tables["outgoing_mails"]>[],
): Promise<readonly string[]> {
  if (mails.length === 0) return [];
  const rows = await tx
    .insertInto("outgoing_mails")
    .values(mails)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Claims a mail until a moment; null when it is not waiting, not due, or already claimed. */
export async function claimMail(
  tx: Transaction,
  id: string,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<DueMail | null> {
  const row = await tx
    .updateTable("outgoing_mails")
    .set({ claimedUntil: until })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("nextTryAt", "<=", now)
    .where((where) => where.or([where("claimedUntil", "is", null), where("claimedUntil", "<=", now)]))
    .returning(dueColumns)
    .executeTakeFirst();
  return row ?? null;
}

/** Extends the claim on a mail; false when somebody else has it. */
export async function renewClaim(
  tx: Transaction,
  id: string,
  { until, anew }: { readonly until: Temporal.Instant; readonly anew: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("outgoing_mails")
    .set({ claimedUntil: anew })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("claimedUntil", "=", until)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The mail server's words of acceptance, and the address. */
export interface Accepted {
  readonly address: string;
  readonly answer: string;
}

/** Records that a mail was accepted, even one that a person stopped meanwhile: it has gone out. */
export async function keepAccepted(
  tx: Transaction,
  id: string,
  { address, answer }: Accepted,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("outgoing_mails")
    .set((eb) => ({
      state: "accepted",
      settledAt: now,
      triedAt: now,
      tries: eb("tries", "+", 1),
      claimedUntil: null,
      problem: null,
      address,
      answer: answer.slice(0, 500).toWellFormed(),
    }))
    .where("id", "=", id)
    .where("state", "<>", "accepted")
    .execute();
}

interface Failed {
  readonly failure: MailFailure | null;
  /** The address, if it was known; undefined for a mail that was not tried. */
  readonly tried?: { readonly address: string | null };
  /** The time of the next try, or the end. */
  readonly end: { readonly nextTry: Temporal.Instant } | { readonly state: "refused" | "given-up" | "needless" };
}

/** Records that a mail did not go out: it waits on, or has ended. */
export async function keepFailed(
  tx: Transaction,
  id: string,
  { failure, tried, end }: Failed,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("outgoing_mails")
    .set({
      claimedUntil: null,
      ...(failure !== null && { problem: failure.problem, answer: failure.answer }),
      ...("state" in end ? { state: end.state, settledAt: now } : { nextTryAt: end.nextTry }),
    })
    .$if(tried !== undefined, (update) =>
      update.set((eb) => ({
        tries: eb("tries", "+", 1),
        triedAt: now,
        address: tried?.address ?? null,
      })),
    )
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** Makes the mails due now that waited for an absent mail server. The server is back. */
export async function wakeMails(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const asleep = tx
    .selectFrom("outgoing_mails")
    .select("id")
    .where("state", "=", "waiting")
    .where("nextTryAt", ">", now)
    .where("problem", "in", serverProblems)
    .orderBy("nextTryAt")
    .limit(mostAtOnce)
    .forUpdate()
    .skipLocked();
  const rows = await tx
    .updateTable("outgoing_mails")
    .set({ nextTryAt: now })
    .where("id", "in", asleep)
    .returning("id")
    .execute();
  await enqueueMails(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Makes ended mails wait again, due now. */
export async function reviveMails(tx: Transaction, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  const at = now.toString();
  await tx
    .updateTable("outgoing_mails")
    .set({
      state: "waiting",
      settledAt: null,
      nextTryAt: now,
      waitingSince: sql`case when state = 'waiting' then waiting_since else ${at}::timestamptz end`,
      endsAt: sql`case when kind = 'notice' and state <> 'waiting' then ${at}::timestamptz + make_interval(days => ${noticeDays}) else ends_at end`,
    })
    .where(isOneOf("id", ids))
    .execute();
}

export async function markStopped(tx: Transaction, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable("outgoing_mails").set({ state: "stopped", settledAt: now }).where(isOneOf("id", ids)).execute();
}

/** Deletes some of the mails of a kind that were settled before an instant. */
export async function deleteSettledMails(
  tx: Transaction,
  { kind, before, most }: { readonly kind: MailKindName; readonly before: Temporal.Instant; readonly most: number },
): Promise<void> {
  const old = tx
    .selectFrom("outgoing_mails")
    .select("id")
    // A literal, so that a statement that was planned once finds the index.
    .where("kind", "=", sql.lit(kind))
    .where("settledAt", "<", before)
    .limit(most);
  await tx.deleteFrom("outgoing_mails").where("id", "in", old).execute();
}
