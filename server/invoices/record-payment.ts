import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { invoiceStateOn } from "../../core/invoices/invoice-lifecycle.ts";
import { checkPaidOn, decidePayment } from "../../core/invoices/settlement.ts";
import type { Cents } from "../../core/values/money.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { findInvoice } from "./read-invoices.ts";
import { recordedOf } from "./read-settlement.ts";
import { lockOrganisation } from "./store.ts";
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
  const known = await findInvoice(work.tx, payment.number);
  if (known === null) return refuse({ code: "not-found" });
  const organisationId = known.summary.organisationId;
  if (!can(work.actor, "invoice.record-payment", { organisationId })) return refuse({ code: "not-allowed" });
  await lockOrganisation(work.tx, organisationId);
  // Read again, because payments and credits in between count.
  const summary = (await findInvoice(work.tx, payment.number))?.summary ?? known.summary;
  const { paidOn, amountCents } = payment;
  const today = localDateOf(work.now());
  const date = checkPaidOn(paidOn, { issuedOn: summary.issuedOn, today });
  if (!date.ok) return date;
  const decided = decidePayment(recordedOf(summary), amountCents, today);
  if (!decided.ok) return decided;
  const id = newId();
  await insertPayment(work.tx, {
    organisationId,
    id,
    invoiceId: summary.id,
    paidOn,
    amountCents,
    recordedBy: work.actor.personId,
    recordedAt: work.now(),
  });
  await recordEvent(work, {
    kind: "invoice-paid",
    organisationId,
    subject: summary.id,
    payload: {
      paymentId: id,
      number: summary.number,
      paidOn: paidOn.toString(),
      amountCents,
      state: invoiceStateOn(decided.value, today),
    },
  });
  return accept(null);
}
