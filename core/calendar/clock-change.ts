import type { Language } from "../values/language.ts";
import { remembered } from "./local-days.ts";

/** A change of the clock on a local date, in minutes: above zero forward, below zero back. */
export interface ClockChange {
  readonly at: Temporal.ZonedDateTime;
  readonly minutes: number;
}

/**
 * The clock change of a time zone within a local date; null on most dates. Source: contract M4, elapsed time counts
 * when the clock changes.
 */
export function clockChangeOn(date: Temporal.PlainDate, timeZone: string): ClockChange | null {
  const day = date.toZonedDateTime(timeZone);
  const at = day.hoursInDay === 24 ? null : day.getTimeZoneTransition("next");
  return at === null || !at.toPlainDate().equals(date) ? null : changeAt(at);
}

function changeAt(at: Temporal.ZonedDateTime): ClockChange {
  const before = at.subtract({ nanoseconds: 1 });
  return { at, minutes: (at.offsetNanoseconds - before.offsetNanoseconds) / minuteNanoseconds };
}

/** The wall times before and after a clock change. Source: contract M4. */
export function wallTimesOf({ at, minutes }: ClockChange): {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
} {
  return { from: at.toPlainTime().subtract({ minutes }), to: at.toPlainTime() };
}

/**
 * The clock change within a few hours of a day of UTC, by the day's number. Remembered, because all work of a month
 * asks for the same few days.
 */
const changesNear = remembered((timeZone: string) =>
  remembered((day: number): ClockChange | null => {
    const [from, until] = [day * dayMilliseconds - nearMilliseconds, (day + 1) * dayMilliseconds + nearMilliseconds];
    const at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
    return at === null || at.epochMilliseconds > until ? null : changeAt(at);
  }),
);

const minuteNanoseconds = 60_000_000_000;
const dayMilliseconds = 24 * 60 * 60 * 1000;
/** No clock changes by more. */
const nearMilliseconds = 3 * 60 * 60 * 1000;

/**
 * The note beside the wall times of a stretch when they alone would mislead: the clock changed meanwhile, or a time
 * occurs twice and this says which. Null for all other stretches. Source: contract M4.
 */
export function clockNote(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, language: Language): string | null {
  const words = clockWords[language];
  const moved = (to.offsetNanoseconds - from.offsetNanoseconds) / minuteNanoseconds;
  if (moved !== 0) return (moved > 0 ? words.forward : words.back)(words.by(Math.abs(moved)));
  const near = changesNear(from.timeZoneId);
  const dayOf = (moment: Temporal.ZonedDateTime) => Math.floor(moment.epochMilliseconds / dayMilliseconds);
  const change = near(dayOf(from)) ?? near(dayOf(to));
  if (change === null || change.minutes > 0) return null;
  // Each time comes twice, before and after the change, for as long as the clock went back.
  const minutesAfter = (moment: Temporal.ZonedDateTime) =>
    (moment.epochMilliseconds - change.at.epochMilliseconds) / 60_000;
  if (minutesAfter(to) < 0) return minutesAfter(to) >= change.minutes ? words.before : null;
  return minutesAfter(from) < -change.minutes ? words.after : null;
}

interface ClockWords {
  readonly by: (minutes: number) => string;
  readonly forward: (by: string) => string;
  readonly back: (by: string) => string;
  readonly before: string;
  readonly after: string;
}

const clockWords: Readonly<Record<Language, ClockWords>> = {
  nl: {
    by: (minutes) => (minutes === 60 ? "een uur" : `${minutes} minuten`),
    forward: (by) => `klok ${by} vooruit`,
    back: (by) => `klok ${by} terug`,
    before: "voor de klok terugging",
    after: "nadat de klok terugging",
  },
  en: {
    by: (minutes) => (minutes === 60 ? "one hour" : `${minutes} minutes`),
    forward: (by) => `clock ${by} forward`,
    back: (by) => `clock ${by} back`,
    before: "before the clock went back",
    after: "after the clock went back",
  },
};
