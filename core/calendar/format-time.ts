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

/** `22 november 2026`, without a line break inside. */
export function formatLongDate(date: Temporal.PlainDate, language: Language): string {
  return unbroken(longDates[language].format(noon(date)));
}

/** `22 november`, without a line break inside. */
export function formatDayOfYear(date: Temporal.PlainDate, language: Language): string {
  return unbroken(daysOfYear[language].format(noon(date)));
}

const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

/** `zo 22 nov`, for a reader who knows the year. */
export function formatDay(when: Temporal.Instant | Temporal.PlainDate, language: Language): string {
  return days[language].format(milliseconds(when));
}

/** `9:03` on the provider's clock. */
export function formatTime(when: Temporal.Instant, language: Language): string {
  return times[language].format(when.epochMilliseconds);
}

/**
 * The note on a clock change during a stretch, when its times alone would mislead: `klok een uur vooruit`; otherwise
 * null (M4).
 */
export function formatClockNote(
  { start, end }: { readonly start: Temporal.Instant; readonly end: Temporal.Instant },
  language: Language,
): string | null {
  return clockNote(start.toZonedDateTimeISO(timeZone), end.toZonedDateTimeISO(timeZone), language);
}

/**
 * The wall times before and after a clock change on a local date, `2:00` and `3:00`; null on a date without one (M4).
 */
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
 * `22 nov 2026 9:03-10:20` by a zone's clock, from ISO instants. A stretch past midnight has both dates. A clock change
 * follows at the end: `29 mrt 2026 1:30-3:30, klok een uur vooruit`. Source: contract M4.
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

// An invoice names the same few days again and again, and a look-up is cheaper than formatting.
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

/** `oktober 2026`, from `2026-10`. */
export function formatMonth(month: string, language: Language): string {
  return months[language].format(noon(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 15 })));
}

/** `oktober`, from `2026-10`, for a reader who knows the year. */
export function formatMonthName(month: string, language: Language): string {
  return monthNames[language].format(noon(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 15 })));
}

const units = { nl: { minute: "min", hour: "u", day: "d" }, en: { minute: "min", hour: "h", day: "d" } } as const;

/** The time since something began to wait, short enough for a column: `12 min`, `3 u`, `2,1 d`. Never below zero. */
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

/** A moment in a conversation: today the time, this week weekday and time, otherwise date and time. */
export function formatMoment(at: Temporal.Instant, now: Temporal.Instant, language: Language): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const today = now.toZonedDateTimeISO(timeZone);
  const daysAgo = local.toPlainDate().until(today.toPlainDate()).days;
  if (daysAgo === 0) return formatTime(at, language);
  const date = local.year === today.year ? formatDay(at, language) : formatDate(at, language);
  return `${date}, ${formatTime(at, language)}`;
}
