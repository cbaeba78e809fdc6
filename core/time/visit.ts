import { refuse, type Result, withoutValue } from "../values/result.ts";
import { type BusyTime, checkEntryTimes, requireAlone } from "./time-entry.ts";

const mostKilometres = 2000;

/** A visit on site that somebody wants to record; half-open, on whole minutes. (A3) */
export interface ProposedVisit {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** There and back. */
  readonly kilometres: number;
}

/** The facts for judging a visit. */
export interface VisitFacts {
  readonly now: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  /** Other work of this consultant, on site or not, that touches the visit. */
  readonly overlapping: readonly BusyTime[];
  /** The local date of the visit's beginning. It decides the month. */
  readonly on: Temporal.PlainDate;
  /** Whether a signed addendum is in force on that date. */
  readonly isUnderAddendum: boolean;
}

/**
 * Whether a visit can be recorded on a ticket. Refuses as `checkEntryTimes`, then `invalid-input` for kilometres that
 * are not whole from 0 to 2000, `no-addendum` without a signed addendum in force on its local date, and
 * `entry-overlaps` with the consultant's other work. It has no ceiling: the addendum is the customer's consent. Source:
 * contract A1, A3, "Charges, exactly" 3.
 */
export function decideVisit(visit: ProposedVisit, facts: VisitFacts): Result<null> {
  const times = checkEntryTimes(visit, facts);
  if (!times.ok) return times;
  const { kilometres } = visit;
  if (!Number.isInteger(kilometres)) return refuse({ code: "invalid-input", fields: { kilometres: "not-whole" } });
  if (kilometres < 0 || kilometres > mostKilometres)
    return refuse({ code: "invalid-input", fields: { kilometres: "out-of-range" } });
  if (!facts.isUnderAddendum) return refuse({ code: "no-addendum", on: facts.on.toString() });
  const alone = requireAlone(facts.overlapping);
  return withoutValue(alone);
}
