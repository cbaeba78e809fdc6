import { sumCents, vatOn, type Cents } from "../values/money.ts";
import { isSameVat, type Vat, vatCategories } from "./vat.ts";

export interface VatTotal extends Vat {
  readonly subtotalCents: Cents;
  readonly vatCents: Cents;
}

export interface Totals {
  readonly subtotalCents: Cents;
  /** One for each VAT rate of the lines, by category, then lowest first. */
  readonly vat: readonly VatTotal[];
  readonly vatCents: Cents;
  readonly totalCents: Cents;
}

interface Summed {
  readonly vat: Vat;
  readonly amountCents: Cents;
}

/**
 * The totals of lines in cents. VAT is computed on the sum of the lines of each category and rate, rounded half up
 * once. Source: contract "Charges, exactly" 5.
 */
export function totalsOf(lines: readonly Summed[]): Totals {
  return totalsAfter([], lines);
}

/**
 * The totals that lines add to the lines before them, in cents. Their VAT is the VAT of all lines together, minus the
 * VAT of the earlier ones. Credits of one invoice use this: however many there are, together they cancel its total to
 * the cent. Source: contract "Charges, exactly" 5 and 7.
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
