import { sql } from "kysely";
import type { Step } from "../../core/tickets/step.ts";
import type { BusyTime } from "../../core/time/time-entry.ts";
import type { AuthorisationId, ExpenseId, PersonId, TimeEntryId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** A consultant's work that touches a stretch, remote or on site, with its ticket. Uses the index of busy times. */
export async function findOverlapping(
  tx: Transaction,
  consultantId: PersonId,
  { start, end }: Stretch,
): Promise<readonly BusyTime[]> {
  const { rows } = await sql<{ reference: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select t.reference, lower(b.during) as starts_at, upper(b.during) as ends_at
    from busy_times b
    left join time_entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
    left join visits v on v.organisation_id = b.organisation_id and v.id = b.visit_id
    join tickets t on t.organisation_id = b.organisation_id and t.id = coalesce(e.ticket_id, v.ticket_id)
    where b.consultant_id = ${consultantId} and b.during && tstzrange(${start}::timestamptz, ${end}::timestamptz, '[)')
    order by lower(b.during) limit 1`.execute(tx);
  return rows.map((row) => ({ reference: row.reference, start: row.startsAt, end: row.endsAt }));
}

/** The end of the consultant's work around an instant, if there is any. */
export async function findEndAfter(
  tx: Transaction,
  consultantId: PersonId,
  instant: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ endsAt: Temporal.Instant }>`
    select upper(during) as ends_at from busy_times
    where consultant_id = ${consultantId} and during @> ${instant}::timestamptz limit 1`.execute(tx);
  return rows[0]?.endsAt ?? null;
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
      organisationId: ticket.organisationId,
      id: entry.id,
      ticketId: ticket.id,
      consultantId: entry.consultantId,
      step: entry.step,
      startsAt: entry.start,
      endsAt: entry.end,
      isChargeable: entry.isChargeable,
      reason: entry.reason,
      description: entry.description,
      authorisationId: entry.authorisationId,
      recordedAt: entry.recordedAt,
      voidedAt: null,
    })
    .execute();
}

export async function findEntry(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("time_entries")
    .selectAll()
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as TimeEntryId)
    .executeTakeFirst();
}

/** The tables with rows that can be voided. */
export type Voidable = "time_entries" | "visits" | "expenses";
export type VoidableId = TimeEntryId | VisitId | ExpenseId;

/** Voids a valid row; answers whether it was valid (R12). */
export async function markVoided(
  tx: Transaction,
  table: Voidable,
  { ticket, id, at }: { readonly ticket: TicketKey; readonly id: VoidableId; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({ voidedAt: at })
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", id)
    .where("voidedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Starts a timer unless one runs; answers whether it did. */
export async function insertTimer(
  tx: Transaction,
  ticket: TicketKey,
  timer: { consultantId: PersonId; step: Step; startedAt: Temporal.Instant; authorisationId: AuthorisationId | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("running_timers")
    .values({
      consultantId: timer.consultantId,
      organisationId: ticket.organisationId,
      ticketId: ticket.id,
      step: timer.step,
      authorisationId: timer.authorisationId,
      startedAt: timer.startedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteTimer(tx: Transaction, consultantId: PersonId): Promise<void> {
  await tx.deleteFrom("running_timers").where("consultantId", "=", consultantId).execute();
}
