import type { TicketState } from "../../core/tickets/progress.ts";
import type { TicketRow } from "./store.ts";

/** What the nouns that build on tickets may read and change of one. */
export { findTicket, saveTicket } from "./store.ts";
export type { TicketRow } from "./store.ts";

/** A ticket's row as core decides on it. */
export function stateOf(ticket: TicketRow): TicketState {
  return { outcome: ticket.outcome, step: ticket.step, waitsFor: ticket.waits_for, waitingSince: ticket.waiting_since };
}
