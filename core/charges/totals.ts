import { sumCents, vatOn, type Cents } from "../values/money.ts";
import { isSameVat, type Vat, vatCategories } from "./vat.ts";

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

interface Summed {
  readonly vat: Vat;
  readonly amountCents: Cents;
}

/**
 * The totals of lines in cents. VAT is computed per category and rate on the sum of its lines, rounded half up once.
 * Source: contract "Charges, exactly" 5.
 */
export function totalsOf(lines: readonly Summed[]): Totals {
  return totalsAfter([], lines);
}

/**
 * What lines add to the totals of the lines before them, in cents: VAT is what their rate's VAT comes to with them,
 * less what it came to without. Credits of one invoice are added up so: however many there are, once all is credited
 * they come to its total, to the cent. Source: contract "Charges, exactly" 5 and 7.
 */
export function totalsAfter(before: readonly Summed[], lines: readonly Summed[]): Totals {
  const byRate = Map.groupBy(lines, ({ vat }) => `${vatCategories.indexOf(vat.category)} ${vat.percent}`);
  const vat = [...byRate.values()].flatMap((ofRate): readonly VatTotal[] => {
    const rate = ofRate[0]?.vat;
    if (rate === undefined) return [];
    const subtotalCents = sumCents(ofRate.map((line) => line.amountCents));
    const beforeCents = sumCents(before.filter((line) => isSameVat(line.vat, rate)).map((line) => line.amountCents));
    const vatCents = vatOn(beforeCents + subtotalCents, rate.percent) - vatOn(beforeCents, rate.percent);
    return [{ ...rate, subtotalCents, vatCents }];
  });
  const subtotalCents = sumCents(vat.map((rate) => rate.subtotalCents));
  const vatCents = sumCents(vat.map((rate) => rate.vatCents));
  return { subtotalCents, vat: vat.toSorted(compareVat), vatCents, totalCents: subtotalCents + vatCents };
}

function compareVat(a: Vat, b: Vat): number {
  return vatCategories.indexOf(a.category) - vatCategories.indexOf(b.category) || a.percent - b.percent;
}
