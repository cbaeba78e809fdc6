import type { AddendumId, ExpenseId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import type { Transaction } from "../db/connect.ts";
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
