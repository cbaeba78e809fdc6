import { sumCents, vatOn, type Cents } from "../values/money.ts";
import { type Vat, vatCategories } from "./vat.ts";

export interface VatTotal extends Vat {
  readonly subtotalCents: Cents;
  readonly vatCents: Cents;
}

export interface Totals {
  readonly subtotalCents: Cents;
  /** One for each VAT rate that occurs, by category, then lowest first. */
  readonly vat: readonly VatTotal[];
  readonly vatCents: Cents;
  readonly totalCents: Cents;
}

/**
 * The totals of lines in cents. VAT is computed per category and rate on the sum of its lines, rounded half up once.
 * Source: contract "Charges, exactly" 5.
 */
export function totalsOf(lines: readonly { readonly vat: Vat; readonly amountCents: Cents }[]): Totals {
  const byRate = Map.groupBy(lines, ({ vat }) => `${vatCategories.indexOf(vat.category)} ${vat.percent}`);
  const vat = [...byRate.values()].flatMap((ofRate): readonly VatTotal[] => {
    const rate = ofRate[0]?.vat;
    if (rate === undefined) return [];
    const subtotalCents = sumCents(ofRate.map((line) => line.amountCents));
    return [{ ...rate, subtotalCents, vatCents: vatOn(subtotalCents, rate.percent) }];
  });
  const subtotalCents = sumCents(vat.map((rate) => rate.subtotalCents));
  const vatCents = sumCents(vat.map((rate) => rate.vatCents));
  return { subtotalCents, vat: vat.toSorted(compareVat), vatCents, totalCents: subtotalCents + vatCents };
}

function compareVat(a: Vat, b: Vat): number {
  return vatCategories.indexOf(a.category) - vatCategories.indexOf(b.category) || a.percent - b.percent;
}
