import { type Selectable, sql } from "kysely";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import { type MailFailure, serverProblems } from "./judge-failure.ts";

type MailRow = Selectable<Tables["outgoing_mails"]>;
export type MailKindName = MailRow["kind"];
export type MailState = MailRow["state"];
/** The states that somebody may want to look at. */
export const openStates = ["waiting", "refused", "given-up", "stopped"] as const;
export type OpenState = (typeof openStates)[number];

/** A mail to be sent: its subject and receiver. Its words are made when it goes. */
export interface DueMail {
  readonly id: string;
  readonly kind: MailKindName;
  readonly organisationId: OrganisationId | null;
  /** The id of its event, or of its code. */
  readonly aboutId: string;
  /** Null for the organisation's address for invoices. */
  readonly personId: PersonId | null;
  readonly waitingSince: Temporal.Instant;
  readonly endsAt: Temporal.Instant | null;
}

export type NewMail = Omit<DueMail, "waitingSince">;

/** Records the receivers of a mail, each once. Answers the ids of the new ones. */
export async function insertMails(
  tx: Transaction,
  mails: readonly NewMail[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  if (mails.length === 0) return [];
  const rows = await tx
    .insertInto("outgoing_mails")
    .values(
      mails.map(({ id, kind, organisationId, aboutId, personId, endsAt }) => ({
        id,
        kind,
        organisationId,
        aboutId,
        personId,
        madeAt: now,
        waitingSince: now,
        endsAt,
        nextTryAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Enqueues mails for a moment, one job per mail, however often it is requested. */
export async function enqueueMails(
  tx: Transaction,
  ids: readonly string[],
  { at, isAsked = false }: { readonly at?: Temporal.Instant; readonly isAsked?: boolean } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const asked = isAsked ? sql`, 'asked', 'yes'` : sql``;
  await sql`select graphile_worker.add_job('send-mail', json_build_object('mailId', id ${asked}), job_key => 'mail:' || id,
    run_at => ${at?.toString() ?? null}::timestamptz) from unnest(${ids}::uuid[]) id`.execute(tx);
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

const dueColumns = ["id", "kind", "organisationId", "aboutId", "personId", "waitingSince", "endsAt"] as const;

export interface FoundMail extends DueMail {
  readonly state: MailState;
  /** When it can be claimed, as long as it waits. */
  readonly dueAt: Temporal.Instant;
}

export async function findMail(tx: Transaction, id: string): Promise<FoundMail | undefined> {
  const row = await tx
    .selectFrom("outgoing_mails")
    .select([...dueColumns, "state", "nextTryAt", "claimedUntil"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { nextTryAt: nextTry, claimedUntil: claimed, ...mail } = row;
  const isClaimed = claimed !== null && Temporal.Instant.compare(claimed, nextTry) > 0;
  return { ...mail, dueAt: isClaimed ? claimed : nextTry };
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

const mostAtOnce = 500;

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

/** Mails that are long due and unclaimed: the queue lost their jobs, or is late. */
export async function findOverdue(tx: Transaction, before: Temporal.Instant): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("outgoing_mails")
    .select("id")
    .where("state", "=", "waiting")
    .where("nextTryAt", "<", before)
    .where((where) => where.or([where("claimedUntil", "is", null), where("claimedUntil", "<", before)]))
    .orderBy("nextTryAt")
    .limit(mostAtOnce)
    .execute();
  return rows.map(({ id }) => id);
}

/** How long the result of a mail is kept. An invoice's is kept for ever. */
const keptDays = { "sign-in-code": 7, notice: 90 } as const;
const mostForgotten = 10_000;

/** Removes the results of old mails. */
export async function forgetMails(tx: Transaction, now: Temporal.Instant): Promise<void> {
  for (const kind of ["sign-in-code", "notice"] as const) {
    const old = tx
      .selectFrom("outgoing_mails")
      .select("id")
      .where("kind", "=", kind)
      .where("settledAt", "<", now.subtract({ hours: 24 * keptDays[kind] }))
      .limit(mostForgotten);
    await tx.deleteFrom("outgoing_mails").where("id", "in", old).execute();
  }
}
