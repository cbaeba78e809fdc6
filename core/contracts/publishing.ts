import { accept, refuse, type Result } from "../values/result.ts";

/** What deciding on the terms of a year needs to know. */
export interface PublishingFacts {
  readonly today: Temporal.PlainDate;
  readonly publishedYears: readonly number[];
  /** Whether any contract was signed for days of that year. */
  readonly hasContracts: boolean;
}

/**
 * Whether terms of a calendar year may be published, after which they never change. Refuses `terms-already-published`, and
 * `terms-year-begun` for a year that is over or runs and has contracts: prices change only at a year's boundary.
 * Source: contract K4, K5.
 */
export function decidePublishing(year: number, { today, publishedYears, hasContracts }: PublishingFacts): Result<null> {
  if (publishedYears.includes(year)) return refuse({ code: "terms-already-published", year });
  if (year <= today.year && hasContracts) return refuse({ code: "terms-year-begun", year });
  return accept(null);
}
