import type { TicketState } from "../../core/tickets/progress.ts";
import type { Transaction } from "../db/connect.ts";
import { lastSequenceOf } from "../events/changes.ts";
import type { TicketRow } from "./store.ts";

/** What the nouns that build on tickets may read and change of one. */
export { findTicket, saveTicket, subjectOf } from "./store.ts";
export type { TicketKey, TicketRow } from "./store.ts";

/** A ticket with the version that a page of it carries (R12): one statement sees both as of the same moment. */
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

/** A ticket's row as core decides on it. */
export function stateOf(ticket: TicketRow): TicketState {
  return { outcome: ticket.outcome, step: ticket.step, waitsFor: ticket.waitsFor, waitingSince: ticket.waitingSince };
}
