import { timeZone } from "../../../core/calendar/time-zone.ts";
import { publicHolidays } from "../../../core/calendar/public-holidays.ts";
import { addMonths, firstDayOf, type Month, monthOfDate } from "../../../core/values/month.ts";

/** A moment as whole minutes since 1970, the unit of diaries. */
export type Minute = number;

export function minuteAt(instant: Temporal.Instant): Minute {
  return Math.floor(instant.epochMilliseconds / 60_000);
}

/** The instant some seconds into a minute. */
export function instantAt(minute: Minute, seconds = 0): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000 + seconds * 1000);
}

export function dateAt(minute: Minute): Temporal.PlainDate {
  return instantAt(minute).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A local wall time. If the clock skips it, the time after. */
export function localMinute(date: Temporal.PlainDate, hour: number, minute = 0): Minute {
  return minuteAt(date.toPlainDateTime({ hour, minute }).toZonedDateTime(timeZone).toInstant());
}

const holidaysByYear = new Map<number, ReadonlySet<string>>();

export function isWorkday(date: Temporal.PlainDate): boolean {
  let holidays = holidaysByYear.get(date.year);
  if (holidays === undefined) {
    holidays = new Set(publicHolidays(date.year, "lustrum").map((holiday) => holiday.date.toString()));
    holidaysByYear.set(date.year, holidays);
  }
  return date.dayOfWeek <= 5 && !holidays.has(date.toString());
}

/** The workday a number of workdays before a date. */
export function workdaysBefore(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = day.subtract({ days: 1 });
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** The history of a demo: full months, of which the last is not invoiced yet, and the current month. */
export interface Span {
  readonly now: Minute;
  readonly today: Temporal.PlainDate;
  /** Oldest first. */
  readonly fullMonths: readonly [Month, Month, Month];
  readonly thisMonth: Month;
  readonly start: Minute;
  readonly startOfThisMonth: Minute;
}

export function spanUpTo(now: Temporal.Instant): Span {
  const minute = minuteAt(now);
  const today = dateAt(minute);
  const thisMonth = monthOfDate(today);
  const fullMonths = [addMonths(thisMonth, -3), addMonths(thisMonth, -2), addMonths(thisMonth, -1)] as const;
  return {
    now: minute,
    today,
    fullMonths,
    thisMonth,
    start: localMinute(firstDayOf(fullMonths[0]), 0),
    startOfThisMonth: localMinute(firstDayOf(thisMonth), 0),
  };
}
