import type { LiberationDayRule } from "../public-holidays.ts";
import type { DayKind, Week } from "../week.ts";

/**
 * The contract's calendar once more for the tests, deliberately built differently: local time as `Intl` writes it,
 * dates as texts that are walked day by day, Easter from the tables of full moons in church books. It shares no code
 * with the calendar it checks.
 */
export interface NaiveWall {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
}

/** The wall time at which a minute begins; minutes count from 1970-01-01T00:00Z. */
export function naiveWall(epochMinute: number, timeZone: string): NaiveWall {
  const [date = "", time = ""] = clockOf(timeZone)
    .format(epochMinute * 60_000)
    .split(" ");
  return { date, time };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** The windows of a week, and the rules for holidays; the provider's own ones are YYYY-MM-DD. */
export interface NaiveWeek {
  readonly week: Week;
  readonly liberationDay: LiberationDayRule;
  readonly ownHolidays: readonly string[];
}

/** The window of a wall time: the last one that had begun on its kind of day. */
export function naiveWindow({ date, time }: NaiveWall, rules: NaiveWeek): string {
  const isHoliday = naiveHolidays(Number(date.slice(0, 4)), rules.liberationDay).includes(date);
  const kind = isHoliday || rules.ownHolidays.includes(date) ? "holiday" : naiveWeekday(date);
  return rules.week[kind].findLast(({ from }) => from <= time)?.window ?? "none";
}

const holidaysOfYears = new Map<string, readonly string[]>();

/** The public holidays of a year as YYYY-MM-DD, in no order. */
export function naiveHolidays(year: number, liberationDay: LiberationDayRule): readonly string[] {
  const known = holidaysOfYears.get(`${year} ${liberationDay}`);
  if (known !== undefined) return known;
  const easter = naiveEaster(year);
  const holidays = [`${year}-01-01`, easter, `${year}-12-25`, `${year}-12-26`];
  holidays.push(naiveWeekday(`${year}-04-27`) === "sunday" ? `${year}-04-26` : `${year}-04-27`);
  for (const days of [1, 39, 49, 50]) holidays.push(daysAfter(easter, days));
  if (liberationDay === "always" || (liberationDay === "lustrum" && /[05]$/.test(String(year))))
    holidays.push(`${year}-05-05`);
  holidaysOfYears.set(`${year} ${liberationDay}`, holidays);
  return holidays;
}

/** The first full moon of spring in the tables of 1900-2199, by golden number from 1. */
const fullMoons =
  "04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27";

/** Easter Sunday: the first Sunday after the first full moon of spring. */
export function naiveEaster(year: number): string {
  const fullMoon = `${year}-${fullMoons.split(" ")[year % 19]}`;
  for (let days = 1; ; days += 1) {
    const date = daysAfter(fullMoon, days);
    if (naiveWeekday(date) === "sunday") return date;
  }
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** The weekday of a date of 2000-2099: 1 January 2000 was a Saturday. */
function naiveWeekday(date: string): Exclude<DayKind, "holiday"> {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  let days = day - 1;
  for (let earlier = 2000; earlier < year; earlier += 1) days += earlier % 4 === 0 ? 366 : 365;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return weekdays[(6 + days) % 7] ?? "sunday";
}

/** In 2000-2099 every fourth year is a leap year. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date a number of days later in the same year. */
function daysAfter(date: string, days: number): string {
  const [year = 0, firstMonth = 0, firstDay = 0] = date.split("-").map(Number);
  let [month, day] = [firstMonth, firstDay];
  for (let left = days; left > 0; left -= 1) {
    day += 1;
    if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
  }
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}
