import { advance } from "../values/lifecycle.ts";
import type { Cents } from "../values/money.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import {
  type InvoiceAction,
  invoiceLifecycle,
  invoiceStateOn,
  openCentsOf,
  type RecordedInvoice,
  sizeOf,
} from "./invoice-lifecycle.ts";

/**
 * An invoice with a new payment of cents on a local date. Refuses `transition-refused` when nothing can be paid on it
 * any more, `invalid-input` for an amount of zero or with the wrong sign, and `beyond-invoice` with the open amount.
 * Source: contract M3.
 */
export function decidePayment(
  invoice: RecordedInvoice,
  paidCents: Cents,
  today: Temporal.PlainDate,
): Result<RecordedInvoice> {
  const next = advance(invoiceLifecycle, invoiceStateOn(invoice, today), paymentAction(invoice, paidCents));
  if (!next.ok) return next;
  const amount = checkAmount(paidCents, openCentsOf(invoice));
  return amount.ok ? accept({ ...invoice, paidCents: invoice.paidCents + paidCents }) : amount;
}

/**
 * Whether a payment can have a local date: from the day of issue until today. Refuses `invalid-input`. Source: contract
 * M3.
 */
export function checkPaidOn(
  paidOn: Temporal.PlainDate,
  { issuedOn, today }: { readonly issuedOn: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Result<null> {
  if (Temporal.PlainDate.compare(paidOn, today) > 0)
    return refuse({ code: "invalid-input", fields: { paidOn: "in-future" } });
  if (Temporal.PlainDate.compare(paidOn, issuedOn) < 0)
    return refuse({ code: "invalid-input", fields: { paidOn: "too-early" } });
  return accept(null);
}

/** The action of a payment of cents: it pays a part of the open amount, or the rest. Source: contract M3. */
export function paymentAction(invoice: RecordedInvoice, paidCents: Cents): InvoiceAction {
  return paidCents === openCentsOf(invoice) ? "pay-rest" : "pay-part";
}

/** Accepts an amount with the sign of the open amount, up to its size. */
function checkAmount(askedCents: Cents, leftCents: Cents): Result<null> {
  if (askedCents === 0n || askedCents < 0n !== leftCents < 0n)
    return refuse({ code: "invalid-input", fields: { amountCents: "out-of-range" } });
  if (sizeOf(askedCents) > sizeOf(leftCents)) return refuse({ code: "beyond-invoice", leftCents, askedCents });
  return accept(null);
}
