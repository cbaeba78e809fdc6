import { formatDecimal, locales } from "../values/format.ts";
import type { Language } from "../values/language.ts";
import { clockChangeOn, clockNote, wallTimesOf } from "./clock-change.ts";
import { remembered } from "./local-days.ts";
import { timeZone } from "./time-zone.ts";

function formatters(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const inZone = { ...options, timeZone };
  return { nl: new Intl.DateTimeFormat(locales.nl, inZone), en: new Intl.DateTimeFormat(locales.en, inZone) };
}

// Made once: making a formatter costs far more than using it.
const dates = formatters({ day: "numeric", month: "short", year: "numeric" });
const longDates = formatters({ dateStyle: "long" });
const daysOfYear = formatters({ day: "numeric", month: "long" });
const days = formatters({ weekday: "short", day: "numeric", month: "short" });
const times = formatters({ hour: "numeric", minute: "2-digit" });
const months = formatters({ month: "long", year: "numeric" });
const monthNames = formatters({ month: "long" });

function noon(date: Temporal.PlainDate): number {
  return date.toZonedDateTime({ timeZone, plainTime: "12:00" }).epochMilliseconds;
}

function milliseconds(when: Temporal.Instant | Temporal.PlainDate): number {
  return when instanceof Temporal.PlainDate ? noon(when) : when.epochMilliseconds;
}

/** `22 nov 2026`. */
export function formatDate(when: Temporal.Instant | Temporal.PlainDate, language: Language): string {
  return dates[language].format(milliseconds(when));
}

/** `22 november 2026`, which no line breaks. */
export function formatLongDate(date: Temporal.PlainDate, language: Language): string {
  return unbroken(longDates[language].format(noon(date)));
}

/** `22 november`, likewise. */
export function formatDayOfYear(date: Temporal.PlainDate, language: Language): string {
  return unbroken(daysOfYear[language].format(noon(date)));
}

const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

/** `zo 22 nov`, where the year goes without saying. */
export function formatDay(when: Temporal.Instant | Temporal.PlainDate, language: Language): string {
  return days[language].format(milliseconds(when));
}

/** `9:03` on the provider's clock. */
export function formatTime(when: Temporal.Instant, language: Language): string {
  return times[language].format(when.epochMilliseconds);
}

/**
 * What the clock did during a stretch, where its times alone would be misread: `klok een uur vooruit`; null on other
 * days (M4).
 */
export function formatClockNote(
  { start, end }: { readonly start: Temporal.Instant; readonly end: Temporal.Instant },
  language: Language,
): string | null {
  return clockNote(start.toZonedDateTimeISO(timeZone), end.toZonedDateTimeISO(timeZone), language);
}

/** How the clock was put on a local date, `2:00` and `3:00`; null on a date on which it was not (M4). */
export function formatClockChange(date: Temporal.PlainDate): { readonly from: string; readonly to: string } | null {
  const change = clockChangeOn(date, timeZone);
  if (change === null) return null;
  const { from, to } = wallTimesOf(change);
  return { from: clockOf(from), to: clockOf(to) };
}

/** `9:03`, as both languages write a time of the day. */
function clockOf({ hour, minute }: Temporal.PlainTime | Temporal.ZonedDateTime): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/**
 * `22 nov 2026 9:03-10:20` on a zone's clock, of ISO instants; with both dates when a stretch passes midnight, and
 * after it what the clock did meanwhile: `29 mrt 2026 1:30-3:30, klok een uur vooruit`. Source: contract M4.
 */
export function formatStretch(
  { start, end }: { readonly start: string; readonly end: string },
  { language, timeZone: zone }: { readonly language: Language; readonly timeZone: string },
): string {
  const from = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
  const to = Temporal.Instant.from(end).toZonedDateTimeISO(zone);
  const [first, last] = [from.toPlainDate(), to.toPlainDate()];
  // Midnight itself still belongs to the day before it.
  const endsSameDay = last.equals(first) || (isMidnight(to) && last.subtract({ days: 1 }).equals(first));
  const dateOf = datesOfWork[language];
  const until = endsSameDay ? clockOf(to) : `${dateOf(last.toString())} ${clockOf(to)}`;
  const note = clockNote(from, to, language);
  return `${dateOf(first.toString())} ${clockOf(from)}-${until}${note === null ? "" : `, ${note}`}`;
}

// An invoice names the same few days again and again, and formatting one costs more than finding it.
const datesOfWork = { nl: rememberedDates("nl"), en: rememberedDates("en") };

function rememberedDates(language: Language): (day: string) => string {
  return remembered((day: string) => formatDate(Temporal.PlainDate.from(day), language));
}

function isMidnight({ hour, minute }: Temporal.ZonedDateTime): boolean {
  return hour === 0 && minute === 0;
}

/** `22 nov 2026, 9:03`. */
export function formatDateTime(when: Temporal.Instant, language: Language): string {
  return `${formatDate(when, language)}, ${formatTime(when, language)}`;
}

/** A month written as 2026-10 as `oktober 2026`. */
export function formatMonth(month: string, language: Language): string {
  return months[language].format(noon(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 15 })));
}

/** A month written as 2026-10 as `oktober`, where the year goes without saying. */
export function formatMonthName(month: string, language: Language): string {
  return monthNames[language].format(noon(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 15 })));
}

const units = { nl: { minute: "min", hour: "u", day: "d" }, en: { minute: "min", hour: "h", day: "d" } } as const;

/** How long something has been waiting, short enough for a column: `12 min`, `3 u`, `2,1 d`. Never below zero. */
export function formatWaiting(since: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  const minutes = Math.max(0, Math.floor((now.epochMilliseconds - since.epochMilliseconds) / 60_000));
  const unit = units[language];
  if (minutes < 60) return `${minutes}\u00a0${unit.minute}`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}\u00a0${unit.hour}`;
  const daysWaited = minutes / (24 * 60);
  return `${daysWaited < 10 ? formatDecimal(daysWaited, language) : Math.floor(daysWaited)}\u00a0${unit.day}`;
}

/** `zojuist`, `2 u geleden`, `just now`, `2 h ago`. */
export function formatAgo(at: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  if (now.epochMilliseconds - at.epochMilliseconds < 60_000) return language === "nl" ? "zojuist" : "just now";
  const waited = formatWaiting(at, now, language);
  return language === "nl" ? `${waited} geleden` : `${waited} ago`;
}

/** A moment in a conversation: the time today, weekday and time this week, else the date and time. */
export function formatMoment(at: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const today = now.toZonedDateTimeISO(timeZone);
  const daysAgo = local.toPlainDate().until(today.toPlainDate()).days;
  if (daysAgo === 0) return formatTime(at, language);
  const date = local.year === today.year ? formatDay(at, language) : formatDate(at, language);
  return `${date}, ${formatTime(at, language)}`;
}
