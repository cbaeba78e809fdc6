import type { ExpenseId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey, TicketRow } from "../tickets/read-ticket.ts";

const mostExpenses = 100;

/** A ticket's last hundred other costs, newest first, with voided ones (A3). */
export const listExpenses = compiled((from, ticket: TicketRow) =>
  from
    .selectFrom("expenses")
    .select([
      "expenses.id",
      "expenses.recordedBy",
      nameOf("expenses.recordedBy").as("recordedByName"),
      "expenses.spentOn as on",
      "expenses.description",
      "expenses.amountCents",
      "expenses.vat",
      "expenses.voidedAt",
    ])
    .where("expenses.organisationId", "=", ticket.organisationId)
    .where("expenses.ticketId", "=", ticket.id)
    .orderBy("expenses.spentOn", "desc")
    .orderBy("expenses.id", "desc")
    .limit(mostExpenses),
);

export type ListedExpense = Awaited<ReturnType<typeof listExpenses>>[number];

export async function findExpense(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("expenses")
    .select(["id", "recordedBy as ownerId", "description", "amountCents"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as ExpenseId)
    .executeTakeFirst();
}
