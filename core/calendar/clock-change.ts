import type { Language } from "../values/language.ts";
import { remembered } from "./local-days.ts";

/** A change of the clock on a local date; forward above zero, back below it. */
export interface ClockChange {
  readonly at: Temporal.ZonedDateTime;
  readonly minutes: number;
}

/**
 * The change of a time zone's clock within a local date; null on most. Source: contract M4, elapsed time counts when the clock changes.
 */
export function clockChangeOn(date: Temporal.PlainDate, timeZone: string): ClockChange | null {
  return changes(`${date.toString()} ${timeZone}`);
}

/** What the clock showed when it changed, and what it was put to. Source: contract M4. */
export function wallTimesOf({ at, minutes }: ClockChange): {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
} {
  return { from: at.toPlainTime().subtract({ minutes }), to: at.toPlainTime() };
}

// Asked for every piece of work that is told of, on the same few days.
const changes = remembered((key: string): ClockChange | null => {
  const [date = "", timeZone = "UTC"] = key.split(" ");
  const day = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
  const at = day.hoursInDay === 24 ? null : day.getTimeZoneTransition("next");
  if (at === null || !at.toPlainDate().equals(day.toPlainDate())) return null;
  return { at, minutes: (at.offsetNanoseconds - day.offsetNanoseconds) / 60_000_000_000 };
});

/**
 * What has to be said beside the wall times of a stretch, so that its minutes are understood: that the clock changed meanwhile, or
 * which of two equal times are meant; null where the times speak for themselves. Source: contract M4.
 */
export function clockNote(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, language: Language): string | null {
  const changeOn = (moment: Temporal.ZonedDateTime) => clockChangeOn(moment.toPlainDate(), moment.timeZoneId);
  const change = changeOn(from) ?? changeOn(to);
  if (change === null) return null;
  const words = clockWords[language];
  const size = Math.abs(change.minutes);
  const minutesAfter = (moment: Temporal.ZonedDateTime) =>
    (moment.epochMilliseconds - change.at.epochMilliseconds) / 60_000;
  const [start, end] = [minutesAfter(from), minutesAfter(to)];
  if (start < 0 && end >= 0) return change.minutes > 0 ? words.forward(words.by(size)) : words.back(words.by(size));
  if (change.minutes > 0) return null;
  if (end < 0) return end >= -size ? words.before : null;
  return start < size ? words.after : null;
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
