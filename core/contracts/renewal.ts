import { accept, refuse, type Result } from "../values/result.ts";
import { advanceContract, type Offer, type RecordedContract } from "./contract-lifecycle.ts";

/** What the terms of a contract say about the one after it. (K5) */
export interface RenewalTerms {
  /** From the first day of this month (1-12) on the coming year can be offered and signed for. */
  readonly renewalFromMonth: number;
}

/** The first local date of a year on which its contract can be renewed for the next. Source: contract K5. */
export function renewalOpensOn(year: number, terms: RenewalTerms): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: terms.renewalFromMonth, day: 1 });
}

/**
 * Whether on a local date a year's contract is looked back on and renewed: from the day that its terms name. Source:
 * contract K5.
 */
export function isRenewalOpen(year: number, today: Temporal.PlainDate, terms: RenewalTerms): boolean {
  return Temporal.PlainDate.compare(today, renewalOpensOn(year, terms)) >= 0;
}

/**
 * What is drafted for the year after a contract's on a local date: an offer under that year's terms, which follows on
 * the last day of this one and is there only when signed. Refuses `renewal-too-early` with the first day on which it
 * can be, and `transition-refused` for a contract that is not signed, or that is terminated or over. Source: contract
 * K5.
 */
export function decideRenewal(
  contract: RecordedContract,
  today: Temporal.PlainDate,
  terms: RenewalTerms,
): Result<Offer> {
  const next = advanceContract(contract, "renew", today);
  if (!next.ok) return next;
  if (!("period" in contract)) throw new Error("what can be renewed has a period");
  const { endsOn } = contract.period;
  const opensOn = renewalOpensOn(endsOn.year, terms);
  if (Temporal.PlainDate.compare(today, opensOn) < 0)
    return refuse({ code: "renewal-too-early", from: opensOn.toString() });
  return accept({ termsYear: endsOn.year + 1, currentEndsOn: endsOn });
}
