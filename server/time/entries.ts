import type { Transaction } from "../db/connect.ts";
import type { TicketRow } from "../tickets/ticket.ts";
import { findTimer, listEntries, sumResearch } from "./store.ts";
import { listExpenses } from "./store-expenses.ts";
import { listVisits } from "./store-visits.ts";

/** A ticket's entries, the newest first. */
export async function entriesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listEntries(tx, ticket);
}

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number];
export { findTimer, sumResearch };

/** A ticket's visits on site, the newest first (A3). */
export async function visitsOfTicket(tx: Transaction, ticket: TicketRow) {
  return listVisits(tx, ticket);
}

export type ListedVisit = Awaited<ReturnType<typeof listVisits>>[number];

/** A ticket's other costs, the newest first (A3). */
export async function expensesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listExpenses(tx, ticket);
}

export type ListedExpense = Awaited<ReturnType<typeof listExpenses>>[number];
