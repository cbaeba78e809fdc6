import type { AddendumId, ExpenseId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/ticket.ts";

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
      organisation_id: ticket.organisation_id,
      id: expense.id,
      ticket_id: ticket.id,
      addendum_id: expense.addendumId,
      spent_on: expense.on,
      description: expense.description,
      amount_cents: expense.amountCents,
      vat: expense.vat,
      recorded_by: expense.recordedBy,
      recorded_at: expense.recordedAt,
    })
    .execute();
}

const mostExpenses = 100;

/** A ticket's other costs, the newest first, voided ones among them; the last hundred. */
export async function listExpenses(tx: Transaction, ticket: TicketKey) {
  return tx
    .selectFrom("expenses")
    .select([
      "expenses.id",
      "expenses.recorded_by as recordedBy",
      nameOf("expenses.recorded_by").as("recordedByName"),
      "expenses.spent_on as on",
      "expenses.description",
      "expenses.amount_cents as amountCents",
      "expenses.vat",
      "expenses.voided_at as voidedAt",
    ])
    .where("expenses.organisation_id", "=", ticket.organisation_id)
    .where("expenses.ticket_id", "=", ticket.id)
    .orderBy("expenses.spent_on", "desc")
    .orderBy("expenses.id", "desc")
    .limit(mostExpenses)
    .execute();
}

export async function findExpense(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("expenses")
    .select(["id", "recorded_by as ownerId", "description", "amount_cents as amountCents"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id as ExpenseId)
    .executeTakeFirst();
}
