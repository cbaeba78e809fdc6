import { isCovered } from "../calendar/covered-period.ts";
import { localDateIn } from "../calendar/local-time.ts";
import { accept, refuse, type Result } from "../values/result.ts";

const limitHours = 24;

/** Work that somebody wants to record; half-open, on whole minutes. */
export interface ProposedEntry {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
  /** The reason for not charging it; the customer can read it. */
  readonly reason: string | null;
}

/** Other work of the same consultant, on any ticket. */
export interface BusyTime {
  readonly reference: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** The facts for judging an entry. */
export interface EntryFacts {
  readonly now: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  /** Other work of this consultant that touches the entry. */
  readonly overlapping: readonly BusyTime[];
  /** The local dates of the entry on which the organisation has no contract. */
  readonly datesWithoutContract: readonly Temporal.PlainDate[];
  /**
   * The minutes of this step that can still be charged on the ticket; null for work at one price, which has no ceiling.
   * (T2, T3)
   */
  readonly minutesLeft: number | null;
}

/** Elapsed whole minutes of an entry, also across a clock change. Source: contract M4. */
export function minutesOfEntry({ start, end }: Pick<ProposedEntry, "start" | "end">): number {
  return Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000);
}

/**
 * Whether the entry's own times are possible: whole minutes, end after start, at most 24 hours, within the calendar (an
 * entry may end at its very end), not in the future and not before the ticket. The present minute counts as past, and
 * the minute of the ticket's creation as after it, because people write whole minutes. Refuses
 * `entry-ends-before-start`, `entry-too-long`, `entry-outside-calendar`, `entry-in-future`, `entry-before-ticket`, and
 * `entry-after-closing` for work after the closing. Source: contract "Charges, exactly" 3.
 */
export function checkEntryTimes(
  { start, end }: Pick<ProposedEntry, "start" | "end">,
  facts: Pick<EntryFacts, "now" | "createdAt" | "closedAt">,
): Result<null> {
  const minutes = minutesOfEntry({ start, end });
  if (minutes <= 0) return refuse({ code: "entry-ends-before-start" });
  if (minutes > limitHours * 60) return refuse({ code: "entry-too-long", limitHours });
  if (!isCovered({ start, end })) return refuse({ code: "entry-outside-calendar" });
  if (Temporal.Instant.compare(end, minuteAfter(facts.now)) > 0) return refuse({ code: "entry-in-future" });
  if (Temporal.Instant.compare(start, minuteOf(facts.createdAt)) < 0) return refuse({ code: "entry-before-ticket" });
  if (facts.closedAt !== null && Temporal.Instant.compare(end, minuteAfter(facts.closedAt)) > 0)
    return refuse({ code: "entry-after-closing" });
  return accept(null);
}

/**
 * Whether work can be recorded on a ticket as requested. Refuses as `checkEntryTimes`, then `reason-needed` for work
 * that is not charged and has no reason, `entry-overlaps` with the other ticket's reference and times, and for
 * chargeable work `entry-without-contract` and `beyond-ceiling`. Source: contract T2, "Charges, exactly" 3 and 6.
 */
export function decideTimeEntry(entry: ProposedEntry, facts: EntryFacts): Result<null> {
  const times = checkEntryTimes(entry, facts);
  if (!times.ok) return times;
  if (!entry.isChargeable && (entry.reason ?? "").trim() === "") return refuse({ code: "reason-needed" });
  const alone = requireAlone(facts.overlapping);
  if (!alone.ok) return alone;
  if (!entry.isChargeable) return accept(null);
  const [day] = facts.datesWithoutContract;
  if (day !== undefined) return refuse({ code: "entry-without-contract", on: day.toString() });
  const { minutesLeft } = facts;
  const minutesAsked = minutesOfEntry(entry);
  if (minutesLeft !== null && minutesAsked > minutesLeft)
    return refuse({ code: "beyond-ceiling", minutesLeft, minutesAsked });
  return accept(null);
}

/**
 * Accepts work of a consultant without other work at the same time. Refuses `entry-overlaps` with the other ticket's
 * reference and times. Source: contract "Charges, exactly" 3.
 */
export function requireAlone(overlapping: readonly BusyTime[]): Result<null> {
  const [other] = overlapping;
  if (other === undefined) return accept(null);
  const { reference, start, end } = other;
  return refuse({ code: "entry-overlaps", reference, start: start.toString(), end: end.toString() });
}

/** The local dates of a half-open stretch of work, in order. Source: contract "Charges, exactly" 3 and 6. */
export function datesOf(
  { start, end }: Pick<ProposedEntry, "start" | "end">,
  timeZone: string,
): readonly Temporal.PlainDate[] {
  const last = localDateIn(end.subtract({ minutes: 1 }), timeZone);
  const dates: Temporal.PlainDate[] = [];
  for (
    let date = localDateIn(start, timeZone);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  )
    dates.push(date);
  return dates;
}

/** The start of an instant's minute. Source: contract "Charges, exactly" 3. */
export function minuteOf(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: "minute", roundingMode: "floor" });
}

/** The end of an instant's minute; on a whole minute the instant itself. */
function minuteAfter(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: "minute", roundingMode: "ceil" });
}
