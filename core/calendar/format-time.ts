import { locales } from "../values/format.ts";
import type { Language } from "../values/language.ts";
import type { Month } from "../values/month.ts";
import { remembered } from "./local-days.ts";

/** How dates and times read in a language; times are of the zone's wall clock. */
export interface TimeFormat {
  /** `22 nov 2026`. */
  readonly date: (date: Temporal.PlainDate) => string;
  /** `22 november 2026`, which no line breaks. */
  readonly longDate: (date: Temporal.PlainDate) => string;
  /** `22 november`, likewise. */
  readonly dayOfYear: (date: Temporal.PlainDate) => string;
  /** `9:03-10:20`, or with both dates when a stretch passes midnight; from ISO instants, with `date` before it. */
  readonly stretch: (start: string, end: string) => string;
  /** `oktober 2026`. */
  readonly month: (month: Month) => string;
}

/** How dates and times read in a language and time zone. Making one is slow, so each is made once. Source: contract M4. */
export function timeFormat(language: Language, timeZone: string): TimeFormat {
  return formats(`${language} ${timeZone}`);
}

const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

const formats = remembered((key: string): TimeFormat => {
  const [language, timeZone = "UTC"] = key.split(" ");
  const locale = language === "nl" ? locales.nl : locales.en;
  const times = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone });
  const dates = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const longDates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const daysOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const ofDate = (date: Temporal.PlainDate) => date.toZonedDateTime("UTC").epochMilliseconds;
  const date = (day: Temporal.PlainDate) => dates.format(ofDate(day));
  const longDate = (day: Temporal.PlainDate) => unbroken(longDates.format(ofDate(day)));
  const dayOfYear = (day: Temporal.PlainDate) => unbroken(daysOfYear.format(ofDate(day)));

  function stretch(start: string, end: string): string {
    const from = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
    const to = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone);
    // Midnight itself still belongs to the day before it.
    const endsSameDay = to.subtract({ minutes: 1 }).toPlainDate().equals(from.toPlainDate());
    const time = (moment: Temporal.ZonedDateTime) => times.format(moment.epochMilliseconds);
    const until = endsSameDay ? time(to) : `${date(to.toPlainDate())} ${time(to)}`;
    return `${date(from.toPlainDate())} ${time(from)}-${until}`;
  }

  const month = (name: Month) => months.format(ofDate(Temporal.PlainYearMonth.from(name).toPlainDate({ day: 15 })));
  return { date, longDate, dayOfYear, stretch, month };
});
