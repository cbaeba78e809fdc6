import { advance } from "../values/lifecycle.ts";
import { accept, always, refuse, type Result, withoutValue } from "../values/result.ts";
import { invoiceLifecycle, invoiceStateOn, type RecordedInvoice } from "./invoice-lifecycle.ts";

/** The facts of an invoice or credit note that decide whether a deed is possible on a local date. */
export interface InvoiceFacts extends RecordedInvoice {
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly today: Temporal.PlainDate;
}

type Condition = (invoice: InvoiceFacts) => Result<null>;

/**
 * The state an invoice must have for each deed, by the deed's name in the table of roles. Only an open amount can be
 * paid, and a credit note has nothing to credit; `creditLines` then decides about each line. They refuse
 * `transition-refused` by the invoice's lifecycle, and `nothing-to-credit`. Source: contract M3, CE7.
 */
export const invoiceDeeds = {
  "invoice.read": always,
  "invoice.record-payment": (invoice) =>
    withoutValue(advance(invoiceLifecycle, invoiceStateOn(invoice, invoice.today), "pay-part")),
  "invoice.credit": ({ kind, number }) =>
    kind === "invoice" ? accept(null) : refuse({ code: "nothing-to-credit", invoice: number }),
} as const satisfies Readonly<Record<string, Condition>>;

export type InvoiceDeed = keyof typeof invoiceDeeds;

/** The facts about the mails with an invoice. */
export interface MailingFacts {
  readonly number: string;
  readonly isSent: boolean;
  /** The number of its mails, in any state. */
  readonly mails: number;
}

/**
 * The same for the mails with an invoice: it is mailed by hand only if nothing else did. Refuses `mail-under-way`.
 * Source: contract M2.
 */
export const mailingDeeds = {
  "invoice.mail": ({ number, isSent, mails }) =>
    isSent || mails > 0 ? refuse({ code: "mail-under-way", invoice: number }) : accept(null),
} as const satisfies Readonly<Record<string, (mailing: MailingFacts) => Result<null>>>;
