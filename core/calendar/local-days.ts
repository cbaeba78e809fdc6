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

/** What a day is made from, looked up once for all days. */
interface DayRules {
  readonly opens: number;
  readonly closes: number;
  readonly isHoliday: (date: Temporal.PlainDate) => boolean;
  /** Local 0:00 of a day by its number, or the first moment after it where that is skipped. */
  readonly midnightOf: (day: number) => Temporal.ZonedDateTime;
}

/**
 * The local days of a time zone, each worked out once and then looked up: dates and time zones are slow to compute,
 * and the same days come back for every entry of a month. Days count from 1970-01-01 = 0.
 */
export function localDays(terms: WindowTerms, extraHolidays: readonly Temporal.PlainDate[]): (day: number) => LocalDay {
  const rules: DayRules = {
    opens: minuteOfDay(terms.officeOpens),
    closes: minuteOfDay(terms.officeCloses),
    isHoliday: holidayLookup(terms.liberationDay, extraHolidays),
    midnightOf: remembered((day) => firstDay.add({ days: day }).toZonedDateTime(terms.timeZone)),
  };
  return remembered((day) => makeDay(day, rules));
}

const firstDay = Temporal.PlainDate.from("1970-01-01");

function remembered<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function holidayLookup(
  rule: LiberationDayRule,
  extra: readonly Temporal.PlainDate[],
): (date: Temporal.PlainDate) => boolean {
  const extraDays = new Set(extra.map((date) => date.toString()));
  const publicDaysOf = remembered(
    (year): ReadonlySet<string> => new Set(publicHolidays(year, rule).map((holiday) => holiday.date.toString())),
  );
  return (date) => {
    const key = date.toString();
    return publicDaysOf(date.year).has(key) || extraDays.has(key);
  };
}

function makeDay(number: number, { opens, closes, isHoliday, midnightOf }: DayRules): LocalDay {
  const midnight = midnightOf(number);
  const localDate = firstDay.add({ days: number });
  const start = epochMinutes(midnight);
  const end = epochMinutes(midnightOf(number + 1));
  if (localDate.dayOfWeek >= 6 || isHoliday(localDate)) {
    return { start, end, segments: [{ localDate, window: "weekend-holiday", start, end }] };
  }
  const segments = stretchesOf(midnight, start, end).flatMap((stretch): readonly MinuteSegment[] => {
    const at = (minute: number) => Math.min(Math.max(stretch.midnight + minute, stretch.start), stretch.end);
    return [
      { localDate, window: "outside", start: stretch.start, end: at(opens) },
      { localDate, window: "office", start: at(opens), end: at(closes) },
      { localDate, window: "outside", start: at(closes), end: stretch.end },
    ];
  });
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
