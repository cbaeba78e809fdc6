import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";
import { type DueMail, dueColumns, type MailState, mostAtOnce } from "./due-mail.ts";

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

/** Mails that are long due and unclaimed: the queue lost their jobs, or is late. */
export async function findOverdue(tx: Transaction, before: Temporal.Instant): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("outgoing_mails")
    .select("id")
    .where("state", "=", sql.lit("waiting"))
    .where("nextTryAt", "<", before)
    .where((where) => where.or([where("claimedUntil", "is", null), where("claimedUntil", "<", before)]))
    .orderBy("nextTryAt")
    .limit(mostAtOnce)
    .execute();
  return rows.map(({ id }) => id);
}
