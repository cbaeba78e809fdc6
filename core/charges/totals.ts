import { sumCents, vatOn, type Cents } from "../values/money.ts";

export interface VatTotal {
  readonly vatPercent: number;
  readonly subtotalCents: Cents;
  readonly vatCents: Cents;
}

export interface Totals {
  readonly subtotalCents: Cents;
  /** One for each VAT rate that occurs, lowest first. */
  readonly vat: readonly VatTotal[];
  readonly vatCents: Cents;
  readonly totalCents: Cents;
}

/**
 * The totals of lines in cents. VAT is computed per rate on the sum of that rate's lines, rounded half up once.
 * Source: contract "Charges, exactly" 5.
 */
export function totalsOf(lines: readonly { readonly vatPercent: number; readonly amountCents: Cents }[]): Totals {
  const byRate = [...Map.groupBy(lines, (line) => line.vatPercent)].toSorted(([a], [b]) => a - b);
  const vat = byRate.map(([vatPercent, ofRate]): VatTotal => {
    const subtotalCents = sumCents(ofRate.map((line) => line.amountCents));
    return { vatPercent, subtotalCents, vatCents: vatOn(subtotalCents, vatPercent) };
  });
  const subtotalCents = sumCents(vat.map((rate) => rate.subtotalCents));
  const vatCents = sumCents(vat.map((rate) => rate.vatCents));
  return { subtotalCents, vat, vatCents, totalCents: subtotalCents + vatCents };
}
