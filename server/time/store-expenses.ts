import type { AddendumId, ExpenseId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

type OfTicket = { readonly organisation_id: OrganisationId; readonly id: TicketId };

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

export async function insertExpense(tx: Transaction, ticket: OfTicket, expense: ExpenseToInsert): Promise<void> {
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
export async function listExpenses(tx: Transaction, ticket: OfTicket) {
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

export async function findExpense(tx: Transaction, ticket: OfTicket, id: string) {
  return tx
    .selectFrom("expenses")
    .select(["id", "recorded_by as ownerId", "description", "amount_cents as amountCents"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id as ExpenseId)
    .executeTakeFirst();
}

/** Voids a cost that still stands; answers whether it did (R12). */
export async function markExpenseVoided(
  tx: Transaction,
  ticket: OfTicket,
  id: ExpenseId,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("expenses")
    .set({ voided_at: at })
    .where("organisation_id", "=", ticket.organisation_id)
    .where("id", "=", id)
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
