import { locales } from "../values/format.ts";
import type { Language } from "../values/language.ts";
import type { Month } from "../values/month.ts";
import { clockNote } from "./clock-change.ts";
import { remembered } from "./local-days.ts";

/** How dates and times read in a language; times are of the zone's wall clock. */
export interface TimeFormat {
  /** `22 nov 2026`. */
  readonly date: (date: Temporal.PlainDate) => string;
  /** `22 november 2026`, which no line breaks. */
  readonly longDate: (date: Temporal.PlainDate) => string;
  /** `22 november`, likewise. */
  readonly dayOfYear: (date: Temporal.PlainDate) => string;
  /**
   * `9:03-10:20`, or with both dates when a stretch passes midnight; from ISO instants, with `date` before it, and
   * after it what the clock did meanwhile: `29 mrt 2026 1:30-3:30, klok een uur vooruit`.
   */
  readonly stretch: (start: string, end: string) => string;
  /** `oktober 2026`. */
  readonly month: (month: Month) => string;
}

/**
 * How dates and times read in a language and time zone. Making one is slow, so each is made once. Source: contract M4.
 */
export function timeFormat(language: Language, timeZone: string): TimeFormat {
  return formats(`${language} ${timeZone}`);
}

const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

const formats = remembered((key: string): TimeFormat => {
  const [language, timeZone = "UTC"] = key.split(" ");
  const locale = language === "nl" ? locales.nl : locales.en;
  const dates = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const longDates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const daysOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const ofDate = (date: Temporal.PlainDate) => date.toZonedDateTime("UTC").epochMilliseconds;
  // An invoice names the same few days again and again, and formatting one costs more than finding it.
  const dateOf = remembered((day: string) => dates.format(ofDate(Temporal.PlainDate.from(day))));
  const date = (day: Temporal.PlainDate) => dateOf(day.toString());
  const longDate = (day: Temporal.PlainDate) => unbroken(longDates.format(ofDate(day)));
  const dayOfYear = (day: Temporal.PlainDate) => unbroken(daysOfYear.format(ofDate(day)));

  function stretch(start: string, end: string): string {
    const from = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
    const to = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone);
    const [first, last] = [from.toPlainDate(), to.toPlainDate()];
    // Midnight itself still belongs to the day before it.
    const endsSameDay = last.equals(first) || (isMidnight(to) && last.subtract({ days: 1 }).equals(first));
    const until = endsSameDay ? clockOf(to) : `${date(last)} ${clockOf(to)}`;
    const note = clockNote(from, to, language === "nl" ? "nl" : "en");
    return `${date(first)} ${clockOf(from)}-${until}${note === null ? "" : `, ${note}`}`;
  }

  const month = (name: Month) => months.format(ofDate(Temporal.PlainYearMonth.from(name).toPlainDate({ day: 15 })));
  return { date, longDate, dayOfYear, stretch, month };
});

/** `9:03`, as both languages write a time of the day. */
function clockOf({ hour, minute }: Temporal.ZonedDateTime): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

function isMidnight({ hour, minute }: Temporal.ZonedDateTime): boolean {
  return hour === 0 && minute === 0;
}
