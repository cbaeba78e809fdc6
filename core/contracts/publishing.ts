import { timeZone } from "../calendar/time-zone.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { ContractTerms } from "./terms.ts";

/** The facts for publishing the terms of a year. */
export interface PublishingFacts {
  readonly today: Temporal.PlainDate;
  readonly publishedYears: readonly number[];
  /** Whether any contract was signed for days of that year. */
  readonly hasContracts: boolean;
}

/**
 * Whether checked terms of a calendar year may be published; they never change afterwards. Refuses
 * `terms-other-time-zone` for a zone other than the provider's, `terms-already-published`, and `terms-year-begun` for a
 * past year or a running year with contracts: prices change only at a year's boundary. Source: contract M4, K4, K5.
 */
export function decidePublishing(
  terms: Pick<ContractTerms, "year" | "timeZone">,
  { today, publishedYears, hasContracts }: PublishingFacts,
): Result<null> {
  const { year } = terms;
  if (terms.timeZone !== timeZone) return refuse({ code: "terms-other-time-zone", year, timeZone: terms.timeZone });
  if (publishedYears.includes(year)) return refuse({ code: "terms-already-published", year });
  if (year <= today.year && hasContracts) return refuse({ code: "terms-year-begun", year });
  return accept(null);
}
