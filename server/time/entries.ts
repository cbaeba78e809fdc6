import type { Transaction } from "../db/connect.ts";
import type { TicketRow } from "../tickets/ticket.ts";
import { findTimer, listEntries, sumResearch } from "./store.ts";

/** A ticket's entries, the newest first. */
export async function entriesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listEntries(tx, ticket);
}

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number];
export { findTimer, sumResearch };
