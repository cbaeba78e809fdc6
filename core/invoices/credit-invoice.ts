import { type Charge, textOfKey } from "../charges/charge.ts";
import type { Forgiveness } from "../charges/charged-work.ts";
import { totalsAfter, type Totals } from "../charges/totals.ts";
import { asFarAs } from "../values/money.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { correctionsLeftOver } from "./corrections-left-over.ts";
import { differenceLine, type InvoicedLine, type ProposedLine, sumByKey } from "./propose-invoice.ts";

/** `rebill`: the next proposal charges it again. `forgive`: it is not charged again. (CE7) */
export const creditModes = ["rebill", "forgive"] as const;
export type CreditMode = (typeof creditModes)[number];
/** Of the reason for a credit, in characters. */
export const longestReason = 500;

/** An issued invoice with its lines in order of position, which counts from 1. */
export interface CreditableInvoice {
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly lines: readonly InvoicedLine[];
}

export interface CreditRequest {
  readonly invoice: CreditableInvoice;
  /** The lines to credit; null for all that were not credited before. */
  readonly positions: readonly number[] | null;
  readonly mode: CreditMode;
  /** The customer reads it. */
  readonly reason: string;
  /** The lines of the credit notes that credited this invoice before. */
  readonly creditedBefore: readonly InvoicedLine[];
  /** Every line so far of the tickets that the invoice has lines of, from all invoices and credit notes. */
  readonly invoiced: readonly InvoicedLine[];
}

/** What a credit forgives; with the credit note's number it is a `Forgiveness`. */
export type Forgiven = Omit<Forgiveness, "creditNote">;

/** The lines of a credit note, of keys that differ, with its totals in cents, below zero. */
export interface Credit {
  readonly lines: readonly ProposedLine[];
  readonly totals: Totals;
  /** To be kept with the credit note, so that it is not charged again; none when it is. */
  readonly forgiven: readonly Forgiven[];
}

/**
 * The credit note of lines of an invoice: each taken back whole, or what still stands of it where a later invoice took
 * a part back. When work is forgiven, corrections that have nothing left to be taken off go with it. What a line itself
 * had taken back is no charge and cannot be forgiven: it is proposed again. Refuses `reason-needed`, `invalid-input`
 * for a position that there is not, `already-credited` with the positions, and `nothing-to-credit` for a credit note
 * and for lines that come to nothing. Source: "Charges, exactly" 7.
 */
export function creditLines(request: CreditRequest): Result<Credit> {
  const { invoice, mode, invoiced } = request;
  if (request.reason.trim() === "") return refuse({ code: "reason-needed" });
  const nothing = refuse({ code: "nothing-to-credit", invoice: invoice.number });
  if (invoice.kind === "credit-note") return nothing;
  const chosen = chooseLines(request);
  if (!chosen.ok) return chosen;

  const standing = sumByKey(invoiced);
  const chosenParts = chosen.value.map((line) => standingPart(line, standing.get(textOfKey(line))));
  const parts = mode === "rebill" ? chosenParts : withCorrections(chosenParts, standing);
  const lines = parts.filter(isSomething).map((part) => takenBack(part, request, standing.get(textOfKey(part))));
  const totals = totalsAfter(request.creditedBefore, lines);
  if (totals.totalCents >= 0n) return nothing;
  const forgiven = mode === "rebill" ? [] : chosenParts.filter(isSomething).filter(isCharge);
  return accept({ lines, totals, forgiven: forgiven.map((part) => forgivenOf(part, request)) });
}

function chooseLines({ invoice, positions, creditedBefore }: CreditRequest): Result<readonly InvoicedLine[]> {
  const credited = new Set(creditedBefore.map(textOfKey));
  const isCredited = (line: InvoicedLine | undefined) => line !== undefined && credited.has(textOfKey(line));
  const all = invoice.lines.map((_, index) => index + 1);
  const lineAt = (position: number) => invoice.lines[position - 1];

  const before = all.filter((position) => isCredited(lineAt(position)));
  const wanted = positions === null ? all.filter((position) => !before.includes(position)) : [...new Set(positions)];
  if (!wanted.every((position) => all.includes(position)))
    return refuse({ code: "invalid-input", fields: { positions: "not-an-option" } });
  const again = positions === null && wanted.length === 0 ? before : wanted.filter((one) => before.includes(one));
  if (again.length > 0) return refuse({ code: "already-credited", invoice: invoice.number, positions: again });
  return accept(wanted.toSorted((a, b) => a - b).flatMap((position) => lineAt(position) ?? []));
}

/** A line as far as it still stands: at most what all invoices together charge for its key. */
function standingPart(line: InvoicedLine, sum: InvoicedLine | undefined): InvoicedLine {
  if (!isCharge(line)) return line;
  const minutes = Math.min(line.minutes, Math.max(0, sum?.minutes ?? 0));
  return { ...line, minutes, amountCents: asFarAs(line.amountCents, sum?.amountCents ?? 0n) };
}

/**
 * Whether a line adds to what its key charges. The other lines took something back, of work that was gone or of a
 * correction.
 */
function isCharge({ kind, amountCents, minutes }: InvoicedLine): boolean {
  if (amountCents === 0n) return minutes >= 0;
  return (kind === "correction") === amountCents < 0n;
}

/** The parts with the corrections that the forgiven work leaves over, one part for each key. */
function withCorrections(
  parts: readonly InvoicedLine[],
  standing: ReadonlyMap<string, InvoicedLine>,
): readonly InvoicedLine[] {
  return [...sumByKey([...parts, ...correctionsLeftOver(parts, standing)]).values()];
}

function isSomething({ minutes, amountCents }: InvoicedLine): boolean {
  return minutes !== 0 || amountCents !== 0n;
}

function takenBack(
  part: InvoicedLine,
  { invoice, reason }: CreditRequest,
  standing: InvoicedLine | undefined,
): ProposedLine {
  const left: Charge = {
    ...part,
    minutes: (standing?.minutes ?? 0) - part.minutes,
    amountCents: (standing?.amountCents ?? 0n) - part.amountCents,
    reasons: [{ rule: "CE7", kind: "credited", invoice: invoice.number, reason }],
  };
  return differenceLine(left, standing);
}

function forgivenOf(part: InvoicedLine, { reason }: CreditRequest): Forgiven {
  const { ticketId, month, kind, window, sourceId, vat, minutes, amountCents } = part;
  return { key: { ticketId, month, kind, window, sourceId, vat }, minutes, amountCents, reason };
}
