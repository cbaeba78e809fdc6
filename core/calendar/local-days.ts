import { publicHolidays, type LiberationDayRule } from "./public-holidays.ts";

/** What the windows need of the contract's terms; `ContractTerms` fits. Times of day are "HH:MM" in `timeZone`. */
export interface WindowTerms {
  readonly timeZone: string;
  readonly officeOpens: string;
  readonly officeCloses: string;
  readonly liberationDay: LiberationDayRule;
}

export type Window = "office" | "outside" | "weekend-holiday";

/** A stretch of one window within one local day; half-open, in whole minutes since 1970-01-01T00:00Z. */
export interface MinuteSegment {
  readonly localDate: Temporal.PlainDate;
  readonly window: Window;
  readonly start: number;
  readonly end: number;
}

/** One local day: its half-open bounds in epoch minutes and its windows in order, which cover it without gaps. */
export interface LocalDay {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly MinuteSegment[];
}

const dayMinutes = 24 * 60;

/**
 * The local days of a time zone, each worked out once and then looked up: dates and time zones are slow to compute,
 * and the same days come back for every entry of a month. Days count from 1970-01-01 = 0.
 */
export function localDays(terms: WindowTerms, extraHolidays: readonly Temporal.PlainDate[]): (day: number) => LocalDay {
  const known = new Map<number, LocalDay>();
  const isHoliday = holidayLookup(terms.liberationDay, extraHolidays);
  return (number) => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const day = makeDay(number, terms, isHoliday);
    known.set(number, day);
    return day;
  };
}

function holidayLookup(
  rule: LiberationDayRule,
  extra: readonly Temporal.PlainDate[],
): (date: Temporal.PlainDate) => boolean {
  const extraDays = new Set(extra.map((date) => date.toString()));
  const years = new Map<number, ReadonlySet<string>>();
  return (date) => {
    let ofYear = years.get(date.year);
    if (ofYear === undefined) {
      ofYear = new Set(publicHolidays(date.year, rule).map((holiday) => holiday.date.toString()));
      years.set(date.year, ofYear);
    }
    const key = date.toString();
    return ofYear.has(key) || extraDays.has(key);
  };
}

function makeDay(number: number, terms: WindowTerms, isHoliday: (date: Temporal.PlainDate) => boolean): LocalDay {
  const localDate = Temporal.PlainDate.from({ year: 1970, month: 1, day: 1 }).add({ days: number });
  const midnight = localDate.toZonedDateTime(terms.timeZone);
  const start = epochMinutes(midnight);
  const end = epochMinutes(localDate.add({ days: 1 }).toZonedDateTime(terms.timeZone));
  if (localDate.dayOfWeek >= 6 || isHoliday(localDate)) {
    return { start, end, segments: [{ localDate, window: "weekend-holiday", start, end }] };
  }
  const opens = minuteOfDay(terms.officeOpens);
  const closes = minuteOfDay(terms.officeCloses);
  const segments = stretchesOf(midnight, start, end).flatMap((stretch) =>
    [
      { window: "outside" as const, from: 0, to: opens },
      { window: "office" as const, from: opens, to: closes },
      { window: "outside" as const, from: closes, to: dayMinutes },
    ].map(({ window, from, to }) => ({
      localDate,
      window,
      start: Math.max(stretch.start, stretch.midnight + from),
      end: Math.min(stretch.end, stretch.midnight + to),
    })),
  );
  return { start, end, segments: segments.filter((segment) => segment.start < segment.end) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Where local 0:00 would lie at this stretch's offset: wall time = minute - midnight. */
  readonly midnight: number;
}

/** The parts of a day within which the clock runs on evenly: one, or two on a day when it changes. */
function stretchesOf(midnight: Temporal.ZonedDateTime, start: number, end: number): readonly Stretch[] {
  if (end - start === dayMinutes) return [{ start, end, midnight: start }];
  const change = midnight.getTimeZoneTransition("next");
  const changed = change === null ? end : epochMinutes(change);
  if (change === null || changed >= end) return [{ start, end, midnight: end - dayMinutes }];
  const wallAtChange = change.hour * 60 + change.minute;
  const evenStart = start - (midnight.hour * 60 + midnight.minute);
  return [
    { start, end: changed, midnight: evenStart },
    { start: changed, end, midnight: changed - wallAtChange },
  ];
}

function epochMinutes(moment: Temporal.ZonedDateTime): number {
  return Math.floor(moment.epochMilliseconds / 60_000);
}

/** The minutes from 0:00 of a time of day written HH:MM. */
export function minuteOfDay(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
