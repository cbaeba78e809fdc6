import type { Charge } from "../charges/charge.ts";
import { totalsOf, type Totals } from "../charges/totals.ts";
import { sumCents } from "../values/money.ts";
import type { Month } from "../values/month.ts";

/** Excluding and including VAT, in cents. */
export type Sums = Pick<Totals, "subtotalCents" | "vatCents" | "totalCents">;

/**
 * The totals of each month, earliest first, in cents. VAT is rounded per month, as on its invoice. Source: contract M2,
 * "Charges, exactly" 5.
 */
export function totalsByMonth(
  charges: readonly Pick<Charge, "month" | "vat" | "amountCents">[],
): ReadonlyMap<Month, Totals> {
  const byMonth = [...Map.groupBy(charges, (charge) => charge.month)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(byMonth.map(([month, ofMonth]) => [month, totalsOf(ofMonth)]));
}

/** The sum of several totals, in cents. Each was rounded before. Source: contract "Charges, exactly" 4 and 5. */
export function addSums(sums: Iterable<Sums>): Sums {
  const all = [...sums];
  return {
    subtotalCents: sumCents(all.map((one) => one.subtotalCents)),
    vatCents: sumCents(all.map((one) => one.vatCents)),
    totalCents: sumCents(all.map((one) => one.totalCents)),
  };
}
