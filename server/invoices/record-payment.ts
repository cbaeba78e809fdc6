import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { invoiceStateOn } from "../../core/invoices/invoice-lifecycle.ts";
import { checkPaidOn, decidePayment } from "../../core/invoices/settlement.ts";
import type { Cents } from "../../core/values/money.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockInvoice } from "./lock-invoice.ts";
import { recordedOf } from "./read-settlement.ts";
import { insertPayment } from "./store-payments.ts";

export interface NewPayment {
  readonly number: string;
  readonly paidOn: Temporal.PlainDate;
  /** Including VAT; below zero for a repayment on a credit note. */
  readonly amountCents: Cents;
}

/**
 * Records a payment on an invoice for good (M3); a second one with the opposite sign corrects a mistake. The
 * organisation is locked, so that two payments at once see each other. Refuses `not-found`, `not-allowed`, and what
 * core's decidePayment and checkPaidOn refuse.
 */
export async function recordPayment(work: Work<Staff>, payment: NewPayment): Promise<Result<null>> {
  const locked = await lockInvoice(work, payment.number, "invoice.record-payment");
  if (!locked.ok) return locked;
  const { invoice } = locked.value;
  const { organisationId } = invoice;
  const { paidOn, amountCents } = payment;
  const today = localDateOf(work.now());
  const date = checkPaidOn(paidOn, { issuedOn: invoice.issuedOn, today });
  if (!date.ok) return date;
  const decided = decidePayment(recordedOf(invoice), amountCents, today);
  if (!decided.ok) return decided;
  const id = newId();
  await insertPayment(work.tx, {
    organisationId,
    id,
    invoiceId: invoice.id,
    paidOn,
    amountCents,
    recordedBy: work.actor.personId,
    recordedAt: work.now(),
  });
  await recordEvent(work, {
    kind: "invoice-paid",
    organisationId,
    subject: invoice.id,
    payload: {
      paymentId: id,
      number: invoice.number,
      paidOn: paidOn.toString(),
      amountCents,
      state: invoiceStateOn(decided.value, today),
    },
  });
  return accept(null);
}
