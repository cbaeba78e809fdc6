import type { Step } from "../../core/tickets/step.ts";
import type { AuthorisationId, ExpenseId, PersonId, TimeEntryId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
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
