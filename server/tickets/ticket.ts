import type { TicketState } from "../../core/tickets/progress.ts";
import type { Transaction } from "../db/connect.ts";
import { lastSequenceOf } from "../events/changes.ts";
import type { TicketRow } from "./store.ts";

/** The parts of the store that nouns above tickets may use. */
export { findTicket, saveTicket, subjectOf } from "./store.ts";
export type { TicketKey, TicketRow } from "./store.ts";

/** A ticket with the version for its page (R12). One statement reads both, so they are of the same moment. */
export async function readTicket(
  tx: Transaction,
  reference: string,
): Promise<{ readonly ticket: TicketRow; readonly version: number } | undefined> {
  const row = await tx
    .selectFrom("tickets")
    .selectAll()
    .select(lastSequenceOf("tickets.organisationId", "tickets.id").as("lastSequence"))
    .where("reference", "=", reference)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { lastSequence: version, ...ticket } = row;
  return { ticket, version: Number(version) };
}

/** The facts of a ticket's row for core's decisions. */
export function stateOf(ticket: TicketRow): TicketState {
  return { outcome: ticket.outcome, step: ticket.step, waitsFor: ticket.waitsFor, waitingSince: ticket.waitingSince };
}
