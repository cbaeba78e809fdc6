import { totalsOf } from "../charges/totals.ts";
import type { InvoiceProposal } from "./propose-invoice.ts";

/**
 * A proposal's lines of its earliest line's VAT rate: an invoice carries one rate, and the lines of another come back in
 * the next proposal, because what is not invoiced stays charged. Source: contract "Charges, exactly" 5 and 7.
 */
export function ofOneVatRate(proposal: InvoiceProposal): InvoiceProposal {
  const rate = proposal.lines[0]?.vatPercent;
  const lines = proposal.lines.filter((line) => line.vatPercent === rate);
  if (lines.length === proposal.lines.length) return proposal;
  const totals = totalsOf(lines);
  return { kind: totals.totalCents < 0n ? "credit-note" : "invoice", lines, totals };
}
