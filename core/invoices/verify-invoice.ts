import { chargeWork, type OrganisationWork, type RulesOfYear } from "../charges/charge-work.ts";
import { type ChargeKey, textOfKey } from "../charges/charge.ts";
import { totalsAfter, type Totals } from "../charges/totals.ts";
import type { Cents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import { differencesOfJson, type Figure, type FigureDifference, figuresThatDiffer } from "./figure-difference.ts";
import type { ChangedAgreement, GoneWork } from "./kept-work.ts";
import { dueOn, type InvoicedLine, proposeInvoice, type ProposedLine } from "./propose-invoice.ts";

/** A stored issued invoice, its lines in the order of their positions. */
export interface StoredInvoice {
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly month: Month;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly lines: readonly ProposedLine[];
  readonly totals: Totals;
  readonly printed: PrintedFigures;
}

/** The figures of the document that the customer received. */
export interface PrintedFigures {
  readonly number: string;
  readonly kind: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly lines: readonly PrintedLine[];
  readonly totals: Omit<Totals, "vatCents">;
}

export interface PrintedLine {
  readonly reference: string;
  readonly minutes: number | null;
  readonly rateCents: Cents | null;
  readonly amountCents: Cents;
  readonly minutesBefore: number;
  readonly amountBeforeCents: Cents;
}

/** A line by its key and the ticket's public reference; `position` counts from 1, null for a missing line. */
export interface LineAt {
  readonly position: number | null;
  readonly reference: string;
  readonly key: ChargeKey;
}

/** A part of an invoice that does not follow from its work. Amounts in cents, excluding VAT except totals. */
export type InvoiceDifference =
  | { readonly kind: "work-gone"; readonly work: GoneWork }
  | { readonly kind: "agreement-changed"; readonly agreement: ChangedAgreement }
  | { readonly kind: "line-missing"; readonly line: LineAt; readonly minutes: number; readonly amountCents: Cents }
  | { readonly kind: "line-unfounded"; readonly line: LineAt; readonly minutes: number; readonly amountCents: Cents }
  | { readonly kind: "line-differs"; readonly line: LineAt; readonly figures: readonly FigureDifference[] }
  | { readonly kind: "credit-unfounded"; readonly invoice: string; readonly why: string }
  | { readonly kind: "forgiven-differs"; readonly key: ChargeKey; readonly figures: readonly FigureDifference[] }
  | { readonly kind: "totals-differ"; readonly figures: readonly FigureDifference[] }
  | {
      readonly kind: "print-differs";
      readonly position: number | null;
      readonly figures: readonly FigureDifference[];
    };

/** The source of an invoice of an organisation's month. */
export interface InvoiceSource {
  readonly work: OrganisationWork;
  /** All lines of the organisation's earlier invoices and credit notes. */
  readonly earlier: readonly InvoicedLine[];
  readonly rulesOf: RulesOfYear;
  readonly timeZone: string;
}

/**
 * Derives the lines of an issued invoice anew from its work, its terms and the earlier invoices. Answers every cent,
 * minute and reason that differs from the stored lines. Source: contract M2, "Charges, exactly" 7.
 */
export function verifyLines(
  { month, lines }: Pick<StoredInvoice, "month" | "lines">,
  { work, earlier, rulesOf, timeZone }: InvoiceSource,
): readonly InvoiceDifference[] {
  const isDue = (of: Month) => of <= month;
  const charges = chargeWork(work, rulesOf, { timeZone, isAsked: isDue });
  const alreadyInvoiced = earlier.filter((line) => isDue(line.month));
  return compareLines(proposeInvoice({ charges, alreadyInvoiced }).lines, lines);
}

/**
 * The figures of stored lines that differ from the expected ones, line by line of a key. Source: "Charges, exactly" 7.
 */
export function compareLines(
  expected: readonly ProposedLine[],
  stored: readonly ProposedLine[],
): readonly InvoiceDifference[] {
  const expectedByKey = new Map(expected.map((line) => [textOfKey(line), line]));
  const storedKeys = new Set(stored.map(textOfKey));
  return [
    ...stored.flatMap((line, index): readonly InvoiceDifference[] => {
      const own = expectedByKey.get(textOfKey(line));
      const at = lineAt(line, index + 1);
      if (own === undefined) return [{ kind: "line-unfounded", line: at, ...sumOf(line) }];
      const figures = [...figuresThatDiffer(figuresOf(own), figuresOf(line)), ...reasonsThatDiffer(own, line)];
      return figures.length === 0 ? [] : [{ kind: "line-differs", line: at, figures }];
    }),
    ...expected
      .filter((line) => !storedKeys.has(textOfKey(line)))
      .map((line): InvoiceDifference => ({ kind: "line-missing", line: lineAt(line, null), ...sumOf(line) })),
  ];
}

function sumOf({ minutes, amountCents }: ProposedLine): { readonly minutes: number; readonly amountCents: Cents } {
  return { minutes, amountCents };
}

function lineAt(line: ProposedLine, position: number | null): LineAt {
  const { ticketId, month, kind, window, sourceId, vat, reference } = line;
  return { position, reference, key: { ticketId, month, kind, window, sourceId, vat } };
}

function figuresOf(line: ProposedLine): Readonly<Record<string, Figure>> {
  return {
    "hourly rate": line.hourlyRateCents,
    "minutes in all": line.minutesTotal,
    "minutes before": line.minutesBefore,
    minutes: line.minutes,
    "amount in all": line.amountTotalCents,
    "amount before": line.amountBeforeCents,
    amount: line.amountCents,
    "window in Dutch": line.windowNames?.nl ?? null,
    "window in English": line.windowNames?.en ?? null,
  };
}

function reasonsThatDiffer(expected: ProposedLine, stored: ProposedLine): readonly FigureDifference[] {
  return differencesOfJson("reasons", expected.reasons, stored.reasons);
}

/**
 * The figures of an invoice's totals, kind and due date that do not follow from its own lines and date. VAT is taken on
 * the sum of a rate's lines, rounded half up once; a credit's VAT comes after the earlier credits of the same invoice.
 * Source: contract M3, "Charges, exactly" 5 and 7.
 */
export function verifyTotals(
  { kind, lines, totals, issuedOn, dueOn: due }: StoredInvoice,
  terms: { readonly paymentDays: number },
  creditedBefore: readonly InvoicedLine[] = [],
): readonly InvoiceDifference[] {
  const sums = totalsAfter(creditedBefore, lines);
  const figures = [
    ...figuresThatDiffer(
      { kind: sums.totalCents < 0n ? "credit-note" : "invoice", "due on": dueOn(issuedOn, terms).toString() },
      { kind, "due on": due.toString() },
    ),
    ...figuresThatDiffer(
      { ...figuresOfTotals(sums), VAT: sums.vatCents },
      { ...figuresOfTotals(totals), VAT: totals.vatCents },
    ),
  ];
  return figures.length === 0 ? [] : [{ kind: "totals-differ", figures }];
}

function figuresOfTotals({ subtotalCents, vat, totalCents }: Omit<Totals, "vatCents">): Record<string, Figure> {
  return {
    "total without VAT": subtotalCents,
    ...Object.fromEntries(
      vat.flatMap((rate): [string, Figure][] => [
        [`subtotal of ${rate.category} ${rate.percent}%`, rate.subtotalCents],
        [`VAT of ${rate.category} ${rate.percent}%`, rate.vatCents],
      ]),
    ),
    total: totalCents,
  };
}

/** The figures of the sent document that differ from the stored invoice. Source: R13. */
export function verifyPrint({ printed, ...stored }: StoredInvoice): readonly InvoiceDifference[] {
  const { number, kind, issuedOn, dueOn: due, lines, totals } = stored;
  const ofWhole = figuresThatDiffer(
    {
      number,
      kind,
      "issued on": issuedOn.toString(),
      "due on": due.toString(),
      lines: lines.length,
      ...figuresOfTotals(totals),
    },
    {
      number: printed.number,
      kind: printed.kind,
      "issued on": printed.issuedOn,
      "due on": printed.dueOn,
      lines: printed.lines.length,
      ...figuresOfTotals(printed.totals),
    },
  );
  const ofLines = lines.flatMap((line, index): readonly InvoiceDifference[] => {
    const own = printed.lines[index];
    const figures = own === undefined ? [] : figuresThatDiffer(printedFiguresOf(line), { ...own });
    return figures.length === 0 ? [] : [{ kind: "print-differs", position: index + 1, figures }];
  });
  return [
    ...(ofWhole.length === 0 ? [] : [{ kind: "print-differs", position: null, figures: ofWhole } as const]),
    ...ofLines,
  ];
}

function printedFiguresOf(line: ProposedLine): Record<keyof PrintedLine, Figure> {
  const isTimed = line.hourlyRateCents !== null;
  return {
    reference: line.reference,
    minutes: isTimed ? line.minutes : null,
    rateCents: line.hourlyRateCents,
    amountCents: line.amountCents,
    minutesBefore: line.minutesBefore,
    amountBeforeCents: line.amountBeforeCents,
  };
}
