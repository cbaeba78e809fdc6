import type { FieldProblem } from "../values/refusal.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { contractPeriod, type ContractPeriod } from "./period.ts";

/** A contract that was signed on paper. */
export interface SignedOnPaper {
  readonly signedOn: Temporal.PlainDate;
  readonly termsYear: number;
}

/** The facts of an organisation for recording one. */
export interface RecordingFacts {
  readonly today: Temporal.PlainDate;
  readonly publishedYears: readonly number[];
  /** The last day of its latest contract; null without any. */
  readonly currentEndsOn: Temporal.PlainDate | null;
}

/**
 * The period of a contract that was signed on paper on a local date, by the same rules as one that is signed here.
 * Refuses `terms-not-published`, and `invalid-input` with a day in the future (`in-future`) or before the year that
 * precedes the terms (`too-early`), a day after which no month of their year is left (`no-month-left`), or a year that
 * is over. Source: contract K1-K4.
 */
export function decideRecording(
  { signedOn, termsYear }: SignedOnPaper,
  { today, publishedYears, currentEndsOn }: RecordingFacts,
): Result<ContractPeriod> {
  if (Temporal.PlainDate.compare(signedOn, today) > 0) return wrong("signedOn", "in-future");
  if (signedOn.year < termsYear - 1) return wrong("signedOn", "too-early");
  if (termsYear < today.year) return wrong("termsYear", "not-an-option");
  if (!publishedYears.includes(termsYear)) return refuse({ code: "terms-not-published", year: termsYear });
  const period = contractPeriod({ signedOn, termsYear, currentEndsOn });
  return period === null ? wrong("signedOn", "no-month-left") : accept(period);
}

function wrong(field: string, problem: FieldProblem): Result<never> {
  return refuse({ code: "invalid-input", fields: { [field]: problem } });
}
