import type { TicketState } from "../../core/tickets/progress.ts";
import type { Transaction } from "../db/connect.ts";
import { versionOf } from "../events/changes.ts";
import { findTicket, subjectOf, type TicketRow } from "./store.ts";

/** What the nouns that build on tickets may read and change of one. */
export { findTicket, saveTicket, subjectOf } from "./store.ts";
export type { TicketKey, TicketRow } from "./store.ts";

/** A ticket with the version that a page of it carries (R12): what happens while it is read is never taken for seen. */
export async function readTicket(
  tx: Transaction,
  reference: string,
): Promise<{ readonly ticket: TicketRow; readonly version: number } | undefined> {
  const known = await findTicket(tx, reference);
  if (known === undefined) return undefined;
  const version = await versionOf(tx, subjectOf(known));
  const ticket = await findTicket(tx, reference);
  return ticket === undefined ? undefined : { ticket, version };
}

/** A ticket's row as core decides on it. */
export function stateOf(ticket: TicketRow): TicketState {
  return { outcome: ticket.outcome, step: ticket.step, waitsFor: ticket.waits_for, waitingSince: ticket.waiting_since };
}
