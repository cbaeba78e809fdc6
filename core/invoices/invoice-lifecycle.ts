import { type Lifecycle, staying } from "../values/lifecycle.ts";
import type { Cents } from "../values/money.ts";

export const invoiceStates = ["proposed", "issued", "sent", "partly-paid", "paid", "overdue", "credited"] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceActions = [
  "issue",
  "send",
  "fall-due",
  "remind",
  "pay-part",
  "pay-rest",
  "credit-part",
  "credit-rest",
  "credit-all",
] as const;
export type InvoiceAction = (typeof invoiceActions)[number];

const standing = ["issued", "sent", "partly-paid"] as const;

/**
 * The life of an invoice. A payment covers a part or the rest, after which nothing is open. A credit covers a part, the
 * rest, or all, when credits reach the total. An overdue invoice stays so until nothing is open; only an overdue one
 * gets a reminder. An issued invoice never becomes a proposal again. Source: contract M1-M3, "Charges, exactly" 7.
 */
export const invoiceLifecycle: Lifecycle<InvoiceState, InvoiceAction> = {
  thing: "invoice",
  states: invoiceStates,
  actions: invoiceActions,
  transitions: [
    { action: "issue", from: ["proposed"], to: "issued" },
    { action: "send", from: ["issued"], to: "sent" },
    { action: "fall-due", from: standing, to: "overdue", by: "date" },
    { action: "remind", from: ["overdue"], to: "overdue" },
    { action: "pay-part", from: standing, to: "partly-paid" },
    { action: "pay-part", from: ["overdue"], to: "overdue" },
    { action: "pay-rest", from: [...standing, "overdue"], to: "paid" },
    ...staying<InvoiceState, InvoiceAction>("credit-part", [...standing, "overdue", "paid"]),
    { action: "credit-rest", from: ["partly-paid", "overdue"], to: "paid" },
    { action: "credit-all", from: [...standing, "overdue", "paid"], to: "credited" },
  ],
};

/**
 * An issued invoice or credit note with its paid and credited sums, in cents including VAT. A credit note's amounts are
 * below zero.
 */
export interface RecordedInvoice {
  readonly isSent: boolean;
  readonly dueOn: Temporal.PlainDate;
  readonly totalCents: Cents;
  readonly paidCents: Cents;
  readonly creditedCents: Cents;
}

/**
 * The unpaid rest of an invoice in cents including VAT; below zero for a credit note. Source: contract M3, "Charges,
 * exactly" 7.
 */
export function openCentsOf({ totalCents, paidCents, creditedCents }: RecordedInvoice): Cents {
  return totalCents - paidCents - creditedCents;
}

/**
 * The state of an issued invoice on a local date: credited when credits reach its total, else paid when nothing is
 * open, else overdue after its due date, else partly paid, sent or issued. Source: contract M3, "Charges, exactly" 7.
 */
export function invoiceStateOn(invoice: RecordedInvoice, today: Temporal.PlainDate): Exclude<InvoiceState, "proposed"> {
  const total = sizeOf(invoice.totalCents);
  if (total > 0n && sizeOf(invoice.creditedCents) >= total) return "credited";
  if (sizeOf(invoice.paidCents) + sizeOf(invoice.creditedCents) >= total) return "paid";
  if (Temporal.PlainDate.compare(today, invoice.dueOn) > 0) return "overdue";
  if (invoice.paidCents !== 0n) return "partly-paid";
  return invoice.isSent ? "sent" : "issued";
}

/** The size of an amount without its sign: a credit note is settled like an invoice. */
export function sizeOf(cents: Cents): Cents {
  return cents < 0n ? -cents : cents;
}
