import { holidayLookup } from "./holiday-lookup.ts";
import type { LiberationDayRule } from "./public-holidays.ts";
import { type DayKind, dayKinds, minuteOfDay, type Week, type Window } from "./week.ts";

/** The terms that windows need; `ContractTerms` fits. Times of day are "HH:MM" in `timeZone`. */
export interface WindowTerms {
  readonly timeZone: string;
  readonly week: Week;
  readonly liberationDay: LiberationDayRule;
}

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

/** Half-open, in minutes from local 0:00. */
interface WindowOfDay {
  readonly window: Window;
  readonly from: number;
  readonly until: number;
}

/** The rules that make a day, looked up once for all days. */
interface DayRules {
  readonly windowsOf: Readonly<Record<DayKind, readonly WindowOfDay[]>>;
  readonly isHoliday: (date: Temporal.PlainDate) => boolean;
  /** Local 0:00 of a day by its number, or the first moment after it when the clock skips 0:00. */
  readonly midnightOf: (day: number) => Temporal.ZonedDateTime;
}

/** The days of a calendar by number; 1970-01-01 is 0. */
export interface LocalDays {
  /** The minute a day begins, also for days beyond the calendar. */
  readonly startOf: (day: number) => number;
  /** Throws outside the years of the calendar. */
  readonly dayOf: (day: number) => LocalDay;
}

/**
 * The local days of a time zone. Each is worked out once and then looked up, because dates and time zones are slow to
 * compute and all entries of a month ask for the same days. Source: contract M4.
 */
export function localDays(terms: WindowTerms, extraHolidays: readonly Temporal.PlainDate[]): LocalDays {
  const rules: DayRules = {
    windowsOf: windowsOfWeek(terms.week),
    isHoliday: holidayLookup(terms.liberationDay, extraHolidays),
    midnightOf: remembered((day) => firstDay.add({ days: day }).toZonedDateTime(terms.timeZone)),
  };
  return {
    startOf: remembered((day) => epochMinutes(rules.midnightOf(day))),
    dayOf: remembered((day) => makeDay(day, rules)),
  };
}

const firstDay = Temporal.PlainDate.from("1970-01-01");

/** Remembers the answer for each key, for values that are slow to make and often asked for. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function windowsOfWeek(week: Week): DayRules["windowsOf"] {
  const windowsOf = (kind: DayKind): readonly WindowOfDay[] => {
    const starts = week[kind].map(({ from, window }) => ({ window, from: minuteOfDay(from) }));
    return starts.map((start, index) => ({ ...start, until: starts[index + 1]?.from ?? dayMinutes }));
  };
  return {
    monday: windowsOf("monday"),
    tuesday: windowsOf("tuesday"),
    wednesday: windowsOf("wednesday"),
    thursday: windowsOf("thursday"),
    friday: windowsOf("friday"),
    saturday: windowsOf("saturday"),
    sunday: windowsOf("sunday"),
    holiday: windowsOf("holiday"),
  };
}

function makeDay(number: number, { windowsOf, isHoliday, midnightOf }: DayRules): LocalDay {
  const midnight = midnightOf(number);
  const localDate = firstDay.add({ days: number });
  const start = epochMinutes(midnight);
  const end = epochMinutes(midnightOf(number + 1));
  const windows = windowsOf[isHoliday(localDate) ? "holiday" : dayKindOf(localDate)];
  const [whole, ...others] = windows;
  if (whole !== undefined && others.length === 0)
    return { start, end, segments: [{ localDate, window: whole.window, start, end }] };
  const segments = stretchesOf(midnight, start, end).flatMap((stretch) =>
    windows.map(({ window, from, until }): MinuteSegment => {
      const at = (minute: number) => Math.min(Math.max(stretch.midnight + minute, stretch.start), stretch.end);
      // The day's last window lasts until the day ends, even when the clock changed.
      return { localDate, window, start: at(from), end: until === dayMinutes ? stretch.end : at(until) };
    }),
  );
  return { start, end, segments: segments.filter((segment) => segment.start < segment.end) };
}

function dayKindOf(date: Temporal.PlainDate): DayKind {
  const kind = dayKinds[date.dayOfWeek - 1];
  if (kind === undefined) throw new Error(`not a day of the week: ${date.dayOfWeek}`);
  return kind;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Local 0:00 by this stretch's offset: wall time = minute - midnight. */
  readonly midnight: number;
}

/** The parts of a day with an even clock: one, or two on a day of a clock change. */
function stretchesOf(midnight: Temporal.ZonedDateTime, start: number, end: number): readonly Stretch[] {
  if (end - start === dayMinutes) return [{ start, end, midnight: start }];
  const change = midnight.getTimeZoneTransition("next");
  const changed = change === null ? end : epochMinutes(change);
  const evenStart = start - (midnight.hour * 60 + midnight.minute);
  // The clock changed as the day began, or changes as it ends and skips its last hour.
  if (change === null || changed >= end) return [{ start, end, midnight: evenStart }];
  const wallAtChange = change.hour * 60 + change.minute;
  return [
    { start, end: changed, midnight: evenStart },
    { start: changed, end, midnight: changed - wallAtChange },
  ];
}

function epochMinutes(moment: Temporal.ZonedDateTime): number {
  return Math.floor(moment.epochMilliseconds / 60_000);
}
