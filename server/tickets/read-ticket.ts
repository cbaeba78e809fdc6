import type { TicketState } from "../../core/tickets/progress.ts";
import { compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { lastSequenceOf, type Subject } from "../events/changes.ts";

/**
 * One ticket by its reference, if the transaction's role may see it. `lock` locks it until the transaction ends (R12).
 */
export async function findTicket(tx: Transaction, reference: string, options: { lock?: boolean } = {}) {
  const query = tx.selectFrom("tickets").selectAll().where("reference", "=", reference);
  return options.lock === true ? query.forUpdate().executeTakeFirst() : query.executeTakeFirst();
}

export type TicketRow = NonNullable<Awaited<ReturnType<typeof findTicket>>>;
/** The key of a ticket's row. */
export type TicketKey = Pick<TicketRow, "organisationId" | "id">;

/** A ticket in its organisation's chain of events. */
export function subjectOf(ticket: TicketKey): Subject {
  return { organisationId: ticket.organisationId, subject: ticket.id };
}

const withSequence = compiledOne((from, reference: string) =>
  from
    .selectFrom("tickets")
    .selectAll()
    .select(lastSequenceOf("tickets.organisationId", "tickets.id").as("lastSequence"))
    .where("reference", "=", reference),
);

/** A ticket with the version for its page (R12). One statement reads both, so they are of the same moment. */
export async function readTicket(
  tx: Transaction,
  reference: string,
): Promise<{ readonly ticket: TicketRow; readonly version: number } | undefined> {
  const row = await withSequence(tx, reference);
  if (row === undefined) return undefined;
  const { lastSequence: version, ...ticket } = row;
  return { ticket, version: Number(version) };
}

/** The facts of a ticket's row for core's decisions. */
export function stateOf(ticket: TicketRow): TicketState {
  return { outcome: ticket.outcome, step: ticket.step, waitsFor: ticket.waitsFor, waitingSince: ticket.waitingSince };
}
