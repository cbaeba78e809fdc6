import { holidayLookup } from "./holiday-lookup.ts";
import type { LiberationDayRule } from "./public-holidays.ts";

/** The days off besides weekends: the public holidays by the terms, and the provider's own. */
export interface WorkingRules {
  readonly terms: { readonly liberationDay: LiberationDayRule };
  readonly extraHolidays: readonly Temporal.PlainDate[];
}

/** The working days of a provider, for repeated use. (CE2, B3) */
export interface WorkingCalendar {
  readonly isWorkingDay: (date: Temporal.PlainDate) => boolean;
  /** The working day a number of working days after a local date; the date itself does not count. */
  readonly addWorkingDays: (date: Temporal.PlainDate, days: number) => Temporal.PlainDate;
}

/**
 * The calendar of working days: no Saturday, Sunday, public holiday or holiday of the provider's own. Adding 0 answers
 * the date itself, working day or not. Throws for a negative or broken number of days, and outside 2000-2099. Source:
 * contract B3, "Charges, exactly" 2 (CE2).
 */
export function workingCalendar({ terms, extraHolidays }: WorkingRules): WorkingCalendar {
  const isHoliday = holidayLookup(terms.liberationDay, extraHolidays);
  const isWorkingDay = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !isHoliday(date);

  function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
    if (!Number.isInteger(days) || days < 0) throw new Error(`not a number of working days: ${days}`);
    let reached = date;
    for (let left = days; left > 0; left -= isWorkingDay(reached) ? 1 : 0) reached = reached.add({ days: 1 });
    return reached;
  }

  return { isWorkingDay, addWorkingDays };
}
