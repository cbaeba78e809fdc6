import { accept, refuse, type Result } from "../values/result.ts";
import { advanceContract, type Offer, type RecordedContract } from "./contract-lifecycle.ts";

/** The part of the terms on the next year's contract. (K5) */
export interface RenewalTerms {
  /** The coming year can be offered and signed for from the first day of this month (1-12) on. */
  readonly renewalFromMonth: number;
}

/** The first local date of a year on which its contract can be renewed for the next. Source: contract K5. */
export function renewalOpensOn(year: number, terms: RenewalTerms): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: terms.renewalFromMonth, day: 1 });
}

/**
 * Whether a year's contract can be evaluated and renewed on a local date: from the day in its terms. Source: contract
 * K5.
 */
export function isRenewalOpen(year: number, today: Temporal.PlainDate, terms: RenewalTerms): boolean {
  return Temporal.PlainDate.compare(today, renewalOpensOn(year, terms)) >= 0;
}

/**
 * The offer for the year after a contract, drafted on a local date under that year's terms. It starts after the
 * contract's last day, once it is signed. Refuses `renewal-too-early`, with the first possible day, and
 * `transition-refused` for a contract that is unsigned, terminated or over. Source: contract K5.
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
