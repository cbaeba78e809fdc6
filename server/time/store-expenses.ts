import type { AddendumId, ExpenseId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

interface ExpenseToInsert {
  readonly id: ExpenseId;
  readonly addendumId: AddendumId;
  readonly on: Temporal.PlainDate;
  readonly description: string;
  readonly amountCents: Cents;
  readonly vat: OwnVat;
  readonly recordedBy: PersonId;
  readonly recordedAt: Temporal.Instant;
}

export async function insertExpense(tx: Transaction, ticket: TicketKey, expense: ExpenseToInsert): Promise<void> {
  await tx
    .insertInto("expenses")
    .values({
      organisationId: ticket.organisationId,
      id: expense.id,
      ticketId: ticket.id,
      addendumId: expense.addendumId,
      spentOn: expense.on,
      description: expense.description,
      amountCents: expense.amountCents,
      vat: expense.vat,
      recordedBy: expense.recordedBy,
      recordedAt: expense.recordedAt,
    })
    .execute();
}

const mostExpenses = 100;

/** A ticket's last hundred other costs, newest first, with voided ones. */
export async function listExpenses(tx: Transaction, ticket: TicketKey) {
  return tx
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
    .limit(mostExpenses)
    .execute();
}

export async function findExpense(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("expenses")
    .select(["id", "recordedBy as ownerId", "description", "amountCents"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as ExpenseId)
    .executeTakeFirst();
}
