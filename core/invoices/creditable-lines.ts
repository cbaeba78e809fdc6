import { textOfKey } from "../charges/charge.ts";
import type { InvoicedLine } from "./propose-invoice.ts";

/**
 * Which lines of an invoice can still be credited, by position from 1: those of which no credit note of it took
 * anything back. Source: contract "Charges, exactly" 7.
 */
export function creditablePositions(
  lines: readonly InvoicedLine[],
  creditedBefore: readonly InvoicedLine[],
): readonly number[] {
  const credited = new Set(creditedBefore.map(textOfKey));
  return lines.flatMap((line, index) => (credited.has(textOfKey(line)) ? [] : [index + 1]));
}
