/** When 5 May is a public holiday: in years divisible by 5, every year or never. */
export type LiberationDayRule = "lustrum" | "always" | "never";

export const holidayNames = [
  "new-years-day",
  "easter-sunday",
  "easter-monday",
  "kings-day",
  "liberation-day",
  "ascension-day",
  "whit-sunday",
  "whit-monday",
  "christmas-day",
  "second-christmas-day",
] as const;
export type HolidayName = (typeof holidayNames)[number];

export interface PublicHoliday {
  readonly date: Temporal.PlainDate;
  /** A key; the shell has the words. */
  readonly name: HolidayName;
}

/** The years that the contract's calendar covers. */
export const firstHolidayYear = 2000;
export const lastHolidayYear = 2099;

/**
 * The public holidays of a year, by date. Two may share a date (5 May 2005 was also Ascension Day). Good Friday is not
 * one. Throws outside 2000-2099, the years of the contract's calendar. Source: contract "Charges, exactly" 2 (CE2).
 */
export function publicHolidays(year: number, liberationDay: LiberationDayRule): readonly PublicHoliday[] {
  if (!Number.isInteger(year) || year < firstHolidayYear || year > lastHolidayYear)
    throw new Error(`no holiday calendar for ${year}`);
  const easter = easterSunday(year);
  const holidays: PublicHoliday[] = [
    { date: dayOf(year, 1, 1), name: "new-years-day" },
    { date: easter, name: "easter-sunday" },
    { date: easter.add({ days: 1 }), name: "easter-monday" },
    { date: kingsDay(year), name: "kings-day" },
    { date: easter.add({ days: 39 }), name: "ascension-day" },
    { date: easter.add({ days: 49 }), name: "whit-sunday" },
    { date: easter.add({ days: 50 }), name: "whit-monday" },
    { date: dayOf(year, 12, 25), name: "christmas-day" },
    { date: dayOf(year, 12, 26), name: "second-christmas-day" },
  ];
  if (isLiberationDayFree(year, liberationDay)) holidays.push({ date: dayOf(year, 5, 5), name: "liberation-day" });
  return holidays.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

/** King's Day moves to the Saturday when the 27th is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const date = dayOf(year, 4, 27);
  return date.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
}

function isLiberationDayFree(year: number, rule: LiberationDayRule): boolean {
  return rule === "always" || (rule === "lustrum" && year % 5 === 0);
}

/**
 * Easter Sunday by Gauss's rule with the constants of 1900-2099 (M = 24, N = 5): `fullMoon` counts days from
 * 21 March to the paschal full moon, `toSunday` from the day after it to the Sunday.
 */
function easterSunday(year: number): Temporal.PlainDate {
  const goldenYear = year % 19;
  const fullMoon = (19 * goldenYear + 24) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + 5) % 7;
  const days = fullMoon + toSunday;
  // Gauss's two exceptions: Easter is never later than 25 April, and not twice on that day within one lunar cycle.
  const isTooLate = days === 35 || (days === 34 && fullMoon === 28 && goldenYear > 10);
  return dayOf(year, 3, 22).add({ days: isTooLate ? days - 7 : days });
}
