import type { Transaction } from "../db/connect.ts";
import { cutPage, type PageKey } from "../db/page-key.ts";
import type { TicketRow } from "../tickets/ticket.ts";
import { findTimer, listEntries, sumResearch } from "./store.ts";
import { listExpenses } from "./store-expenses.ts";
import { listVisits } from "./store-visits.ts";

const mostEntries = 100;
const entriesPerPage = 40;

/** A ticket's last hundred entries, newest first. */
export async function entriesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listEntries(tx, ticket, { before: null, limit: mostEntries });
}

/** A page of a ticket's entries, newest first, and the key of the earlier page. */
export async function pageOfEntries(tx: Transaction, ticket: TicketRow, before: PageKey | null) {
  const rows = await listEntries(tx, ticket, { before, limit: entriesPerPage + 1 });
  const { shown, next } = cutPage(rows, entriesPerPage, (last) => ({ at: last.start, id: last.id }));
  return { entries: shown, earlier: next };
}

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number];
export { findTimer, sumResearch };

/** A ticket's visits on site, newest first (A3). */
export async function visitsOfTicket(tx: Transaction, ticket: TicketRow) {
  return listVisits(tx, ticket);
}

export type ListedVisit = Awaited<ReturnType<typeof listVisits>>[number];

/** A ticket's other costs, newest first (A3). */
export async function expensesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listExpenses(tx, ticket);
}

export type ListedExpense = Awaited<ReturnType<typeof listExpenses>>[number];
