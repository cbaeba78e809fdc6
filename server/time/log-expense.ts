import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { checkWorkAfterContract } from "../../core/tickets/contract-end.ts";
import { decideExpense } from "../../core/time/expense.ts";
import type { ExpenseId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { findAddendumOn } from "../contracts/read-addenda.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { isFinalInvoiceIssued } from "./read-final-invoice.ts";
import { insertExpense } from "./store-expenses.ts";

export interface NewExpense {
  readonly reference: string;
  readonly on: Temporal.PlainDate;
  readonly amountCents: Cents;
  readonly vat: OwnVat;
  readonly description: string;
}

/**
 * Records a cost other than travel under the addendum in force on its date (A3). Refuses `not-found`, `not-allowed`,
 * what core's decideExpense refuses, and `final-invoice-issued` (CE8).
 */
export async function logExpense(work: Work<Staff>, expense: NewExpense): Promise<Result<{ id: ExpenseId }>> {
  const locked = await lockTicket(work, expense.reference, "time.log");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const { on, amountCents, vat } = expense;
  const now = work.now();
  const addendum = await findAddendumOn(work.tx, organisationId, on);
  const decided = decideExpense(expense, {
    today: localDateOf(now),
    createdOn: localDateOf(ticket.createdAt),
    closedOn: ticket.closedAt === null ? null : localDateOf(ticket.closedAt),
    isUnderAddendum: addendum !== null,
  });
  if (!decided.ok) return decided;
  if (addendum === null) throw new Error("a cost is decided on under an addendum");
  const invoicing = { isFinalInvoiceIssued: await isFinalInvoiceIssued(work.tx, organisationId, on) };
  const inTime = checkWorkAfterContract({ isChargeable: true }, invoicing);
  if (!inTime.ok) return inTime;
  const id = newId<ExpenseId>();
  const description = expense.description.trim();
  const addendumId = addendum.id;
  const recordedBy = work.actor.personId;
  const row = { id, addendumId, on, description, amountCents, vat, recordedBy, recordedAt: now };
  await insertExpense(work.tx, ticket, row);
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  const payload = { expenseId: id, addendumId, on: on.toString(), description, amountCents, vat };
  await recordEvent(work, { kind: "expense-logged", organisationId, subject: ticket.id, payload });
  return accept({ id });
}
