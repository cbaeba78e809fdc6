import type { Cents } from "../values/money.ts";

/** How travelling to a visit is charged, in cents excluding VAT: for each kilometre, or for each visit. (A3) */
export type TravelTerms =
  | { readonly kind: "per-kilometre"; readonly centsPerKilometre: Cents }
  | { readonly kind: "fixed"; readonly centsPerVisit: Cents };

/** The numbers of an on-site addendum, signed like the contract and with rates of its own. (A3) */
export interface AddendumTerms {
  /** Cents an hour on site, excluding VAT, at any time of the week. */
  readonly visitHourlyRate: Cents;
  /** A visit is charged for at least so many minutes. */
  readonly minimumVisitMinutes: number;
  readonly travel: TravelTerms;
}
