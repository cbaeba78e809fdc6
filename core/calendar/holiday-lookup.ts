import { type LiberationDayRule, publicHolidays } from "./public-holidays.ts";

/**
 * Answers for many local dates whether each is a holiday: a public one by the terms, or the provider's own. Works out
 * each year once. Throws outside 2000-2099. Source: contract "Charges, exactly" 2 (CE2).
 */
export function holidayLookup(
  rule: LiberationDayRule,
  extra: readonly Temporal.PlainDate[],
): (date: Temporal.PlainDate) => boolean {
  const extraDays = new Set(extra.map((date) => date.toString()));
  const publicDays = new Map<number, ReadonlySet<string>>();
  const publicDaysOf = (year: number): ReadonlySet<string> => {
    const known = publicDays.get(year);
    if (known !== undefined) return known;
    const made = new Set(publicHolidays(year, rule).map((holiday) => holiday.date.toString()));
    publicDays.set(year, made);
    return made;
  };
  return (date) => {
    const key = date.toString();
    return publicDaysOf(date.year).has(key) || extraDays.has(key);
  };
}
