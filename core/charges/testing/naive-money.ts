import type { Vat } from "../vat.ts";

/** Rounds sixtieths of a cent to whole cents, as a clerk does: a half or more counts as a cent. */
export function naiveCents(sixtieths: number): number {
  const rest = sixtieths % 60;
  return (sixtieths - rest) / 60 + (rest >= 30 ? 1 : 0);
}

/** The totals of money lines, in cents as ordinary numbers. */
export interface NaiveTotals {
  readonly subtotalCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
  /** The VAT of each rate, by "category percent". */
  readonly vatByRate: Readonly<Record<string, number>>;
}

/**
 * Adds lines up. It reads the VAT of a rate off the decimal digits of subtotal x percent, and rounds away from zero
 * from 50 on.
 */
export function naiveTotals(lines: readonly { readonly vat: Vat; readonly amountCents: number }[]): NaiveTotals {
  const subtotals = new Map<string, number>();
  for (const { vat, amountCents } of lines) {
    const rate = `${vat.category} ${vat.percent}`;
    subtotals.set(rate, (subtotals.get(rate) ?? 0) + amountCents);
  }
  const vatByRate: Record<string, number> = {};
  let [subtotalCents, vatCents] = [0, 0];
  for (const [rate, subtotal] of subtotals) {
    const digits = String(Math.abs(subtotal) * Number(rate.split(" ")[1])).padStart(3, "0");
    const size = Number(digits.slice(0, -2)) + (digits.slice(-2) >= "50" ? 1 : 0);
    const vat = subtotal < 0 && size > 0 ? -size : size;
    vatByRate[rate] = vat;
    subtotalCents += subtotal;
    vatCents += vat;
  }
  return { subtotalCents, vatCents, totalCents: subtotalCents + vatCents, vatByRate };
}
