import { type Charge, chargeKinds, type ChargeKey, type Reason, textOfKey } from "../charges/charge.ts";
import { totalsOf, type Totals } from "../charges/totals.ts";
import type { Names } from "../values/language.ts";
import type { Cents } from "../values/money.ts";

/** A line of an issued invoice or credit note: the minutes and cents it added or, below zero, took back. */
export interface InvoicedLine extends ChargeKey {
  readonly reference: string;
  readonly windowNames: Names | null;
  readonly hourlyRateCents: Cents | null;
  readonly minutes: number;
  readonly amountCents: Cents;
}

/** A line to invoice: the total charge, the part invoiced before, and the difference. */
export interface ProposedLine extends InvoicedLine {
  readonly minutesTotal: number;
  readonly minutesBefore: number;
  readonly amountTotalCents: Cents;
  readonly amountBeforeCents: Cents;
  readonly reasons: readonly Reason[];
}

/** Without lines there is nothing to invoice (M1). Totals in cents. */
export interface InvoiceProposal {
  readonly kind: "invoice" | "credit-note";
  readonly lines: readonly ProposedLine[];
  readonly totals: Totals;
}

export interface InvoiceInput {
  readonly charges: readonly Charge[];
  readonly alreadyInvoiced: readonly InvoicedLine[];
}

/**
 * The next invoice of one organisation: all charges minus all invoiced lines, per key. Late entries and corrections
 * need no case of their own. A charge that no longer exists is taken back. Lines are ordered by month, then as the
 * charges. A negative total becomes a credit note. Source: contract M1, M2, "Charges, exactly" 7.
 */
export function proposeInvoice({ charges, alreadyInvoiced }: InvoiceInput): InvoiceProposal {
  const before = sumByKey(alreadyInvoiced);
  const charged = new Set(charges.map(textOfKey));
  const gone = [...before].filter(([key]) => !charged.has(key)).map(([, line]) => takenBack(line));
  const lines = [
    ...charges.map((charge) => differenceLine(charge, before.get(textOfKey(charge)))),
    ...gone.toSorted(compareLines),
  ]
    .filter((line) => line.minutes !== 0 || line.amountCents !== 0n)
    .toSorted((a, b) => compareTexts(a.month, b.month));
  const totals = totalsOf(lines);
  return { kind: totals.totalCents < 0n ? "credit-note" : "invoice", lines, totals };
}

/** The last day to pay an invoice. Source: contract M3. */
export function dueOn(issuedOn: Temporal.PlainDate, terms: { readonly paymentDays: number }): Temporal.PlainDate {
  return issuedOn.add({ days: terms.paymentDays });
}

/**
 * The sum of lines for each key, by the key's text, with the words of its last line. Source: contract "Charges,
 * exactly" 7.
 */
export function sumByKey(lines: readonly InvoicedLine[]): ReadonlyMap<string, InvoicedLine> {
  const sums = new Map<string, InvoicedLine>();
  for (const line of lines) {
    const key = textOfKey(line);
    const sum = sums.get(key);
    const minutes = line.minutes + (sum?.minutes ?? 0);
    sums.set(key, { ...line, minutes, amountCents: line.amountCents + (sum?.amountCents ?? 0n) });
  }
  return sums;
}

/**
 * The line from the invoiced sum of a key to its charge, with both totals in minutes and cents. Source: contract
 * "Charges, exactly" 7.
 */
export function differenceLine(charge: Charge, before: InvoicedLine | undefined): ProposedLine {
  const minutesBefore = before?.minutes ?? 0;
  const amountBeforeCents = before?.amountCents ?? 0n;
  const isFollowUp = before !== undefined && (minutesBefore !== 0 || amountBeforeCents !== 0n);
  return {
    ...charge,
    minutesTotal: charge.minutes,
    minutesBefore,
    minutes: charge.minutes - minutesBefore,
    amountTotalCents: charge.amountCents,
    amountBeforeCents,
    amountCents: charge.amountCents - amountBeforeCents,
    reasons: isFollowUp
      ? [...charge.reasons, alreadyInvoicedReason(charge, { minutes: minutesBefore, amountCents: amountBeforeCents })]
      : charge.reasons,
  };
}

/** The line for a charge that no longer exists: a charge of zero, minus the invoiced sum. */
function takenBack(before: InvoicedLine): ProposedLine {
  return differenceLine({ ...before, minutes: 0, amountCents: 0n, reasons: [] }, before);
}

type Sum = Pick<Charge, "minutes" | "amountCents">;

function alreadyInvoicedReason(total: Sum, before: Sum): Reason {
  return {
    rule: "CE7",
    kind: "already-invoiced",
    minutesTotal: total.minutes,
    minutesBefore: before.minutes,
    amountTotalCents: Number(total.amountCents),
    amountBeforeCents: Number(before.amountCents),
  };
}

function compareLines(a: ProposedLine, b: ProposedLine): number {
  return (
    compareTexts(a.month, b.month) ||
    compareTexts(a.reference, b.reference) ||
    chargeKinds.indexOf(a.kind) - chargeKinds.indexOf(b.kind) ||
    compareTexts(textOfKey(a), textOfKey(b))
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
