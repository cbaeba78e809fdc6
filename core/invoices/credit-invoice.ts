import { type Charge, textOfKey } from "../charges/charge.ts";
import type { Forgiveness } from "../charges/charged-work.ts";
import { totalsAfter, type Totals } from "../charges/totals.ts";
import { limitTo } from "../values/money.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { correctionsLeftOver } from "./corrections-left-over.ts";
import { differenceLine, type InvoicedLine, type ProposedLine, sumByKey } from "./propose-invoice.ts";

/** `rebill`: the next proposal charges the lines again. `forgive`: they are not charged again. (CE7) */
export const creditModes = ["rebill", "forgive"] as const;
export type CreditMode = (typeof creditModes)[number];
/** The longest reason for a credit, in characters. */
export const longestReason = 500;

/** An issued invoice with its lines in order of position, which counts from 1. */
export interface CreditableInvoice {
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly lines: readonly InvoicedLine[];
}

export interface CreditRequest {
  readonly invoice: CreditableInvoice;
  /** The lines to credit; null for all lines without an earlier credit. */
  readonly positions: readonly number[] | null;
  readonly mode: CreditMode;
  /** The customer reads this. */
  readonly reason: string;
  /** The lines of this invoice's earlier credit notes. */
  readonly creditedBefore: readonly InvoicedLine[];
  /** All lines so far of the tickets on the invoice, from all invoices and credit notes. */
  readonly invoiced: readonly InvoicedLine[];
}

/** The forgiven part of a credit; with the credit note's number it is a `Forgiveness`. */
export type Forgiven = Omit<Forgiveness, "creditNote">;

/** The lines of a credit note, one for each key, with its totals in cents, below zero. */
export interface Credit {
  readonly lines: readonly ProposedLine[];
  readonly totals: Totals;
  /** Kept with the credit note, so that it is not charged again; empty for a rebilling. */
  readonly forgiven: readonly Forgiven[];
}

/**
 * The credit note of lines of an invoice. It takes each line back whole, or its standing part if a later invoice took a
 * part back. A forgiving credit also takes corrections back that have nothing left to take off. A line that took
 * something back is no charge: it cannot be forgiven and is proposed again. Refuses `reason-needed`, `invalid-input`
 * for an unknown position, `already-credited` with the positions, and `nothing-to-credit` for a credit note and for
 * lines that come to zero. Source: "Charges, exactly" 7.
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

/** The standing part of a line: at most the sum of its key over all invoices. */
function standingPart(line: InvoicedLine, sum: InvoicedLine | undefined): InvoicedLine {
  if (!isCharge(line)) return line;
  const minutes = Math.min(line.minutes, Math.max(0, sum?.minutes ?? 0));
  return { ...line, minutes, amountCents: limitTo(line.amountCents, sum?.amountCents ?? 0n) };
}

/** Whether a line adds to the charge of its key. Other lines took something back, or are corrections. */
function isCharge({ kind, amountCents, minutes }: InvoicedLine): boolean {
  if (amountCents === 0n) return minutes >= 0;
  return (kind === "correction") === amountCents < 0n;
}

/** The parts together with the corrections that the forgiven work leaves over, one part for each key. */
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
