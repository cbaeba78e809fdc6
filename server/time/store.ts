import { sql } from "kysely";
import type { Step } from "../../core/tickets/step.ts";
import type { BusyTime } from "../../core/time/time-entry.ts";
import type { AuthorisationId, ExpenseId, PersonId, TimeEntryId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { isBefore, type PageKey } from "../db/page-key.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/ticket.ts";

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/**
 * A consultant's work that touches a stretch, at a desk or on site, with the ticket it was for; by the index of busy
 * times.
 */
export async function findOverlapping(
  tx: Transaction,
  consultantId: PersonId,
  { start, end }: Stretch,
): Promise<readonly BusyTime[]> {
  const { rows } = await sql<{ reference: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }>`
    select t.reference, lower(b.during) as starts_at, upper(b.during) as ends_at
    from busy_times b
    left join time_entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
    left join visits v on v.organisation_id = b.organisation_id and v.id = b.visit_id
    join tickets t on t.organisation_id = b.organisation_id and t.id = coalesce(e.ticket_id, v.ticket_id)
    where b.consultant_id = ${consultantId} and b.during && tstzrange(${start}::timestamptz, ${end}::timestamptz, '[)')
    order by lower(b.during) limit 1`.execute(tx);
  return rows.map((row) => ({ reference: row.reference, start: row.starts_at, end: row.ends_at }));
}

/** Where the consultant's work around an instant ends, when there is such work. */
export async function findEndAfter(
  tx: Transaction,
  consultantId: PersonId,
  instant: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ ends_at: Temporal.Instant }>`
    select upper(during) as ends_at from busy_times
    where consultant_id = ${consultantId} and during @> ${instant}::timestamptz limit 1`.execute(tx);
  return rows[0]?.ends_at ?? null;
}

interface ToInsert extends Stretch {
  readonly id: TimeEntryId;
  readonly consultantId: PersonId;
  readonly step: Step;
  readonly isChargeable: boolean;
  readonly reason: string | null;
  readonly description: string;
  readonly authorisationId: AuthorisationId | null;
  readonly recordedAt: Temporal.Instant;
}

export async function insertTimeEntry(tx: Transaction, ticket: TicketKey, entry: ToInsert): Promise<void> {
  await tx
    .insertInto("time_entries")
    .values({
      organisation_id: ticket.organisation_id,
      id: entry.id,
      ticket_id: ticket.id,
      consultant_id: entry.consultantId,
      step: entry.step,
      starts_at: entry.start,
      ends_at: entry.end,
      is_chargeable: entry.isChargeable,
      reason: entry.reason,
      description: entry.description,
      authorisation_id: entry.authorisationId,
      recorded_at: entry.recordedAt,
      voided_at: null,
    })
    .execute();
}

export async function findEntry(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("time_entries")
    .selectAll()
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id as TimeEntryId)
    .executeTakeFirst();
}

/** What can be voided; each of these tables says when it was. */
export type Voidable = "time_entries" | "visits" | "expenses";
export type VoidableId = TimeEntryId | VisitId | ExpenseId;

/** Voids what still stands; answers whether it did (R12). */
export async function markVoided(
  tx: Transaction,
  table: Voidable,
  { ticket, id, at }: { readonly ticket: TicketKey; readonly id: VoidableId; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({ voided_at: at })
    .where("organisation_id", "=", ticket.organisation_id)
    .where("id", "=", id)
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** All research of a ticket in minutes, charged or not (D2). */
export async function sumResearch(tx: Transaction, ticket: TicketKey): Promise<number> {
  const row = await tx
    .selectFrom("time_entries")
    .select((query) => query.fn.sum<bigint | null>("minutes").as("minutes"))
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("step", "=", "research")
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return Number(row?.minutes ?? 0n);
}

/** A ticket's entries before a key, the newest first, voided ones among them. */
export async function listEntries(
  tx: Transaction,
  ticket: TicketKey,
  { before, limit }: { readonly before: PageKey | null; readonly limit: number },
) {
  const at = { at: "time_entries.starts_at", id: "time_entries.id" };
  const entries = tx
    .selectFrom("time_entries")
    .select([
      "time_entries.id",
      "time_entries.consultant_id as consultantId",
      nameOf("time_entries.consultant_id").as("consultantName"),
      "time_entries.step",
      "time_entries.starts_at as start",
      "time_entries.ends_at as end",
      "time_entries.minutes",
      "time_entries.is_chargeable as isChargeable",
      "time_entries.reason",
      "time_entries.description",
      "time_entries.authorisation_id as authorisationId",
      "time_entries.voided_at as voidedAt",
    ])
    .where("time_entries.organisation_id", "=", ticket.organisation_id)
    .where("time_entries.ticket_id", "=", ticket.id)
    .orderBy("time_entries.starts_at", "desc")
    .orderBy("time_entries.id", "desc")
    .limit(limit);
  return (before === null ? entries : entries.where(isBefore(at, before))).execute();
}

export async function findTimer(tx: Transaction, consultantId: PersonId, options: { lock?: boolean } = {}) {
  const query = tx
    .selectFrom("running_timers")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisation_id", "=", "running_timers.organisation_id")
        .onRef("tickets.id", "=", "running_timers.ticket_id"),
    )
    .select([
      "tickets.reference",
      "tickets.title",
      "tickets.organisation_id as organisationId",
      "tickets.id as ticketId",
      "running_timers.step",
      "running_timers.authorisation_id as authorisationId",
      "running_timers.started_at as startedAt",
    ])
    .where("running_timers.consultant_id", "=", consultantId);
  return options.lock === true ? query.forUpdate("running_timers").executeTakeFirst() : query.executeTakeFirst();
}

export type RunningTimer = NonNullable<Awaited<ReturnType<typeof findTimer>>>;

/** Starts a timer unless one runs; answers whether it did. */
export async function insertTimer(
  tx: Transaction,
  ticket: TicketKey,
  timer: { consultantId: PersonId; step: Step; startedAt: Temporal.Instant; authorisationId: AuthorisationId | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("running_timers")
    .values({
      consultant_id: timer.consultantId,
      organisation_id: ticket.organisation_id,
      ticket_id: ticket.id,
      step: timer.step,
      authorisation_id: timer.authorisationId,
      started_at: timer.startedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteTimer(tx: Transaction, consultantId: PersonId): Promise<void> {
  await tx.deleteFrom("running_timers").where("consultant_id", "=", consultantId).execute();
}
