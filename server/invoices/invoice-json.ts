import { z } from "zod";
import { abilitiesOf, namesOfDeeds } from "../../core/access/abilities.ts";
import type { Actor } from "../../core/access/actor.ts";
import { chargeKinds } from "../../core/charges/charge.ts";
import { rulesOf } from "../../core/charges/rules-of.ts";
import { vatCategories } from "../../core/charges/vat.ts";
import { creditModes } from "../../core/invoices/credit-invoice.ts";
import { invoiceDeeds } from "../../core/invoices/invoice-deeds.ts";
import { invoiceStateOn, invoiceStates, openCentsOf } from "../../core/invoices/invoice-lifecycle.ts";
import { explainCharge, summariseCharge } from "../charges/explain-charge.ts";
import { cents, date, month } from "../http/answer-fields.ts";
import type { Language } from "../../core/values/language.ts";
import type { ShownLine } from "./invoice-lines.tsx";
import type { Invoice, ListedInvoice } from "./read-invoices.ts";
import { recordedOf } from "./read-settlement.ts";

// The API's fields of an invoice or credit note: a closed list (R02). Cents are integers.

const summary = {
  number: z.string(),
  month,
  issuedOn: date,
  dueOn: date,
  subtotalCents: cents,
  vatCents: cents,
  totalCents: cents,
};
const ofInvoice = { kind: z.literal("invoice"), state: z.enum(invoiceStates).exclude(["proposed"]), openCents: cents };
/** A credit note asks for no payment (M3). */
const ofCreditNote = { kind: z.literal("credit-note") };

export const listedInvoiceShape = z.discriminatedUnion("kind", [
  z.strictObject({ ...summary, ...ofInvoice }),
  z.strictObject({ ...summary, ...ofCreditNote }),
]);

export function listedInvoiceToJson(row: ListedInvoice, today: Temporal.PlainDate): z.input<typeof listedInvoiceShape> {
  const told = {
    number: row.number,
    month: row.month,
    issuedOn: row.issuedOn.toString(),
    dueOn: row.dueOn.toString(),
    subtotalCents: row.subtotalCents,
    vatCents: row.vatCents,
    totalCents: row.totalCents,
  };
  if (row.kind === "credit-note") return { ...told, kind: row.kind };
  const recorded = recordedOf(row);
  return { ...told, kind: row.kind, state: invoiceStateOn(recorded, today), openCents: openCentsOf(recorded) };
}

const lineShape = z.strictObject({
  ticket: z.string(),
  title: z.string(),
  month,
  kind: z.enum(chargeKinds),
  window: z.string().nullable(),
  minutes: z.int(),
  hourlyRateCents: cents.nullable(),
  amountCents: cents,
  minutesBefore: z.int(),
  amountBeforeCents: cents,
  rules: z.array(z.string()).readonly(),
  summary: z.string(),
  derivation: z.array(z.string()).readonly(),
});

function lineToJson(line: ShownLine, language: Language): z.input<typeof lineShape> {
  // The whole charge; a follow-up line holds only the difference (CE7).
  const charge = { ...line, minutes: line.minutesTotal, amountCents: line.amountTotalCents };
  return {
    ticket: line.reference,
    title: line.title,
    month: line.month,
    kind: line.kind,
    window: line.window,
    minutes: line.minutes,
    hourlyRateCents: line.hourlyRateCents,
    amountCents: line.amountCents,
    minutesBefore: line.minutesBefore,
    amountBeforeCents: line.amountBeforeCents,
    rules: rulesOf(line.reasons),
    summary: summariseCharge(charge, language),
    derivation: explainCharge(charge, language),
  };
}

const vatShape = z.strictObject({
  category: z.enum(vatCategories),
  percent: z.number(),
  subtotalCents: cents,
  vatCents: cents,
});
const creditMode = z.enum(creditModes);
const whole = {
  vat: z.array(vatShape).readonly(),
  /** The invoice that a credit note corrects. */
  corrects: z.string().nullable(),
  credit: z.strictObject({ mode: creditMode, reason: z.string() }).nullable(),
  credits: z.array(z.strictObject({ number: z.string(), mode: creditMode, totalCents: cents })),
  lines: z.array(lineShape),
  /** What the reader may do to the invoice as it is now, by the names of the table of roles. */
  abilities: z.array(z.enum(namesOfDeeds(invoiceDeeds))),
};

export const invoiceShape = z.discriminatedUnion("kind", [
  z.strictObject({ ...summary, ...ofInvoice, ...whole }),
  z.strictObject({ ...summary, ...ofCreditNote, ...whole }),
]);

/** An invoice with its lines, each with its rules and its sum, in a reader's language. */
export function invoiceToJson(
  invoice: Invoice,
  {
    reader,
    today,
    language,
  }: { readonly reader: Actor; readonly today: Temporal.PlainDate; readonly language: Language },
): z.input<typeof invoiceShape> {
  const { vat, corrects, credit, credits, lines } = invoice;
  return {
    ...listedInvoiceToJson(invoice.summary, today),
    vat,
    corrects,
    credit,
    credits: credits.map(({ number, mode, totalCents }) => ({ number, mode, totalCents })),
    lines: lines.map((line) => lineToJson(line, language)),
    abilities: [...abilitiesOf(invoiceDeeds, reader, { ...invoice.summary, today })],
  };
}
