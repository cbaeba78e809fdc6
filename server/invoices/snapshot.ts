import { inForceIn } from "../../core/charges/charge-work.ts";
import type { VatRegistration } from "../../core/charges/decide-vat-position.ts";
import { nameKind } from "../../core/charges/name-charge.ts";
import { rulesOf } from "../../core/charges/rules-of.ts";
import type { InvoiceProposal, ProposedLine } from "../../core/invoices/propose-invoice.ts";
import { formatList, formatMoney } from "../../core/values/format.ts";
import type { TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { explainCharge } from "../charges/explain-charge.ts";
import type { InvoiceDocument, InvoiceDocumentLine, InvoiceProvider } from "../documents/invoice-document.ts";
import { formatDate, formatMonth } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { documentMessages } from "./document.messages.ts";
import type { Credited } from "./read-snapshot.ts";
import type { OrganisationRow } from "./store.ts";
import { ticketIdOf } from "./read-titles.ts";

export interface ToPrint {
  readonly number: string;
  readonly corrects: string | null;
  readonly month: Month;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly paymentDays: number;
  readonly proposal: InvoiceProposal;
  readonly organisation: OrganisationRow;
  readonly provider: InvoiceProvider;
  readonly titles: ReadonlyMap<TicketId, string>;
  /** The customer's VAT positions with their first months and numbers (CE5). */
  readonly registrations: readonly VatRegistration[];
  readonly credits: Credited | null;
}

/**
 * Everything an invoice says, in words, at the moment of issue. Later changes of names and texts do not affect it
 * (R13).
 */
export function documentOf(invoice: ToPrint): InvoiceDocument {
  const { organisation, proposal, provider } = invoice;
  const { language } = organisation;
  const reversed = monthsReverseCharged(invoice);
  const vatNumber = [...reversed.keys()].at(-1) ?? numberIn(invoice.month, invoice);
  return {
    language,
    kind: proposal.kind,
    number: invoice.number,
    ...(invoice.corrects !== null && { corrects: invoice.corrects }),
    issuedOn: invoice.issuedOn.toString(),
    dueOn: invoice.dueOn.toString(),
    monthLabel: formatMonth(invoice.month, language),
    provider,
    customer: {
      name: organisation.name,
      addressLines: organisation.addressLines,
      ...(vatNumber !== null && { vatNumber }),
      ...(organisation.purchaseReference !== null && { reference: organisation.purchaseReference }),
    },
    lines: proposal.lines.map((line) =>
      printedLine(line, { language, month: invoice.month, title: invoice.titles.get(ticketIdOf(line)) ?? "" }),
    ),
    subtotalCents: String(proposal.totals.subtotalCents),
    vat: proposal.totals.vat.map(({ category, percent, subtotalCents, vatCents }) => ({
      category,
      percent,
      subtotalCents: String(subtotalCents),
      vatCents: String(vatCents),
    })),
    totalCents: String(proposal.totals.totalCents),
    notes: [...creditNotes(invoice, language), ...vatNotes(reversed, invoice)],
    paymentSentence: paymentSentence(invoice, language),
  };
}

/** The credited invoice, the reason and the effect (CE7). */
function creditNotes({ credits }: ToPrint, language: Language): readonly string[] {
  const words = documentMessages(language);
  return credits === null ? [] : [words.credited(credits.number, credits.reason), words.creditModes[credits.mode]];
}

/**
 * Who accounts for reverse-charged VAT, with both numbers. Several numbers of the customer stand each with their months
 * (CE5).
 */
function vatNotes(
  reversed: ReadonlyMap<string, readonly Month[]>,
  { organisation: { language }, provider }: ToPrint,
): readonly string[] {
  const words = documentMessages(language);
  return [...reversed].map(([number, months]) => {
    if (reversed.size === 1) return words.reverseCharge(number, provider.vatNumber);
    const named = formatList(
      months.map((month) => formatMonth(month, language)),
      language,
    );
    return words.reverseChargeOf(named, number, provider.vatNumber);
  });
}

/** The customer's number in each reverse-charged month, which the law requires; the last month's comes last (CE5). */
function monthsReverseCharged(invoice: ToPrint): ReadonlyMap<string, readonly Month[]> {
  const lines = invoice.proposal.lines.filter(({ vat }) => vat.category === "reverse-charge");
  const months = [...new Set(lines.map(({ month }) => month))].toSorted();
  const byNumber = new Map<string, Month[]>();
  for (const month of months) {
    const number = numberIn(month, invoice);
    if (number === null) throw new Error(`VAT of ${month} is reverse-charged to a customer without a VAT number`);
    const before = byNumber.get(number) ?? [];
    byNumber.delete(number);
    byNumber.set(number, [...before, month]);
  }
  return byNumber;
}

/** The customer's number in a month. Before the first position it is the present one. */
function numberIn(month: Month, { organisation, registrations }: ToPrint): string | null {
  const inForce = inForceIn(month, registrations);
  return inForce === null ? organisation.vatNumber : inForce.vatNumber;
}

function printedLine(
  line: ProposedLine,
  { language, month, title }: { language: Language; month: Month; title: string },
): InvoiceDocumentLine {
  const words = documentMessages(language);
  const kind = nameKind(line.kind, language);
  const isFollowUp = line.minutesBefore !== 0 || line.amountBeforeCents !== 0n;
  return {
    reference: line.reference,
    title,
    // Late work names its month (M2).
    description: line.month === month ? kind : words.ofMonth(kind, formatMonth(line.month, language)),
    windowLabel: line.windowNames?.[language] ?? "",
    minutes: line.hourlyRateCents === null ? null : line.minutes,
    rateCents: line.hourlyRateCents === null ? null : String(line.hourlyRateCents),
    amountCents: String(line.amountCents),
    ...(isFollowUp && { minutesBefore: line.minutesBefore, amountBeforeCents: String(line.amountBeforeCents) }),
    rules: rulesOf(line.reasons),
    derivation: explainCharge({ ...line, amountCents: line.amountTotalCents }, language),
  };
}

function paymentSentence(invoice: ToPrint, language: Language): string {
  const { proposal, provider, dueOn, paymentDays, number, credits } = invoice;
  const words = documentMessages(language);
  const { totalCents } = proposal.totals;
  if (credits !== null) return words.settle(formatMoney(-totalCents, language), credits.number);
  if (totalCents === 0n) return words.nothingToPay;
  if (proposal.kind === "credit-note") return words.payBack(formatMoney(-totalCents, language), number);
  return words.pay({
    amount: formatMoney(totalCents, language),
    due: formatDate(dueOn, language),
    days: paymentDays,
    iban: provider.iban.replaceAll(" ", "\u00a0"),
    number,
  });
}
