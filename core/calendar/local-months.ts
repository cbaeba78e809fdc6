import { monthOfDate, type Month } from "../values/month.ts";
import { remembered } from "./local-days.ts";
import { localDateIn } from "./local-time.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Answers the local month of many instants of a time zone. It looks the day up; only on the few days in which a month
 * ends somewhere in the world it computes anew. Source: contract T6, "Charges, exactly" 3.
 */
export function localMonths(timeZone: string): (instant: Temporal.Instant) => Month {
  const monthAt = (instant: Temporal.Instant) => monthOfDate(localDateIn(instant, timeZone));
  /** Null for a day of UTC in which the local month changes, even to a month beyond the calendar. */
  const monthOfDay = remembered((day: number): Month | null => {
    const first = localDateIn(Temporal.Instant.fromEpochMilliseconds(day * dayMilliseconds), timeZone);
    const last = localDateIn(Temporal.Instant.fromEpochMilliseconds((day + 1) * dayMilliseconds - 1), timeZone);
    return first.toPlainYearMonth().equals(last.toPlainYearMonth()) ? monthOfDate(first) : null;
  });
  return (instant) => monthOfDay(Math.floor(instant.epochMilliseconds / dayMilliseconds)) ?? monthAt(instant);
}
