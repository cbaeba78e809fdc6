import { textOfKey } from "../charges/charge.ts";
import type { InvoicedLine } from "./propose-invoice.ts";

/**
 * The lines of an invoice that can still be credited, by position from 1: those without an earlier credit. Source:
 * contract "Charges, exactly" 7.
 */
export function creditablePositions(
  lines: readonly InvoicedLine[],
  creditedBefore: readonly InvoicedLine[],
): readonly number[] {
  const credited = new Set(creditedBefore.map(textOfKey));
  return lines.flatMap((line, index) => (credited.has(textOfKey(line)) ? [] : [index + 1]));
}
