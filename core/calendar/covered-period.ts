import { firstHolidayYear, lastHolidayYear } from "./public-holidays.ts";
import { timeZone } from "./time-zone.ts";

const firstOf = (year: number) =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone).toInstant();

/** The period of the contract's calendar by the provider's clock, half-open. (CE2, CE3) */
export const coveredPeriod = { start: firstOf(firstHolidayYear), end: firstOf(lastHolidayYear + 1) } as const;

/**
 * Whether something begins within the calendar and does not end after it. Work may end at its very end, but nothing
 * begins there. Source: contract "Charges, exactly" 2 and 3.
 */
export function isCovered({
  start,
  end,
}: {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}): boolean {
  const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  const { start: first, end: afterLast } = coveredPeriod;
  return !isBefore(start, first) && isBefore(start, afterLast) && !isBefore(afterLast, end);
}
