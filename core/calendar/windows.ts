import { firstDayAfter, firstDayOf, type Month } from "../values/month.ts";
import { localDays, remembered, type MinuteSegment, type WindowTerms } from "./local-days.ts";
import { timeZone as providerTimeZone } from "./time-zone.ts";
import type { Window } from "./week.ts";

/** A half-open stretch of work within one window and one local day; `minutes` is elapsed time. */
export interface WindowSegment {
  readonly localDate: Temporal.PlainDate;
  readonly window: Window;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly minutes: number;
}

/** The provider's own holidays, and the terms with the opening hours. */
export interface WindowRules {
  readonly terms: WindowTerms;
  readonly extraHolidays: readonly Temporal.PlainDate[];
  /**
   * The zone for months and days, by default the provider's. Old terms may name another zone: their windows follow that
   * one.
   */
  readonly timeZone?: string;
}

/** Half-open, in epoch minutes. */
export interface MinutePeriod {
  readonly start: number;
  readonly end: number;
}

/** Splits many half-open periods of epoch minutes by the same days, and works out each day only once. */
export interface WindowCalendar {
  /** The zone for months and dates. */
  readonly timeZone: string;
  readonly split: (start: number, end: number) => readonly MinuteSegment[];
  /** A month by the local calendar. */
  readonly periodOf: (month: Month) => MinutePeriod;
  /** The minute a local date begins. */
  readonly startOf: (date: Temporal.PlainDate) => number;
}

/** A calendar of windows for repeated use. Source: contract "Charges, exactly" 1 and 2. */
export function windowCalendar({ terms, extraHolidays, timeZone = providerTimeZone }: WindowRules): WindowCalendar {
  const days = localDays(terms, extraHolidays);

  // Uses only the beginnings of days: the day of UTC may lie beyond the calendar, where days have no windows.
  function numberOfDayAt(minute: number): number {
    let number = Math.floor(minute / (24 * 60));
    while (minute < days.startOf(number)) number -= 1;
    while (minute >= days.startOf(number + 1)) number += 1;
    return number;
  }

  function split(start: number, end: number): readonly MinuteSegment[] {
    const found: MinuteSegment[] = [];
    for (let number = numberOfDayAt(start), at = start; at < end; number += 1) {
      const day = days.dayOf(number);
      for (const segment of day.segments) {
        if (segment.end <= at || segment.start >= end) continue;
        found.push({ ...segment, start: Math.max(segment.start, at), end: Math.min(segment.end, end) });
      }
      at = day.end;
    }
    return found;
  }

  const startOf = (date: Temporal.PlainDate) => epochMinuteOf(date.toZonedDateTime(timeZone).toInstant());
  const periodOf = remembered((month: Month): MinutePeriod => {
    return { start: startOf(firstDayOf(month)), end: startOf(firstDayAfter(month)) };
  });

  return { timeZone, split, periodOf, startOf };
}

/**
 * Splits a half-open period of whole minutes at local midnight, at opening and closing time and at a clock change. The
 * minutes are elapsed time and sum to the whole. Each minute belongs to the window at its start, by local wall time.
 * Source: contract M4, "Charges, exactly" 1.
 */
export function splitIntoWindows(
  period: { readonly start: Temporal.Instant; readonly end: Temporal.Instant },
  rules: WindowRules,
): readonly WindowSegment[] {
  const segments = windowCalendar(rules).split(epochMinuteOf(period.start), epochMinuteOf(period.end));
  return segments.map(({ localDate, window, start, end }) => ({
    localDate,
    window,
    start: instantOfMinute(start),
    end: instantOfMinute(end),
    minutes: end - start,
  }));
}

/**
 * The whole minutes since 1970-01-01T00:00Z. Throws for an instant within a minute, because entries have whole minutes.
 */
export function epochMinuteOf(instant: Temporal.Instant): number {
  const minute = instant.epochMilliseconds / 60_000;
  if (!Number.isInteger(minute)) throw new Error(`not on a whole minute: ${instant.toString()}`);
  return minute;
}

/**
 * The start of a whole minute as ISO 8601 text in UTC. Equals the text of `instantOfMinute` at a tenth of the cost,
 * because every charged piece of work states its times.
 */
export function textOfMinute(minute: number): string {
  const day = Math.floor(minute / (24 * 60));
  const ofDay = minute - day * 24 * 60;
  // Two texts that all pieces share. One text joined from many parts takes four times the memory, for each of many
  // pieces.
  return `${dateOfDay(day)}${timeOfDay(ofDay)}`;
}

const dateOfDay = remembered((day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString());

const timeOfDay = remembered((ofDay: number) => `T${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}:00Z`);

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The start of a whole minute. */
export function instantOfMinute(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
}
