import { type Month, monthOfDate } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { firstHolidayYear, lastHolidayYear, type LiberationDayRule, publicHolidays } from "./public-holidays.ts";

/** A day of its own that the provider adds to the calendar, or takes off it again. */
export interface OwnHolidayChange {
  readonly kind: "add" | "remove";
  readonly on: Temporal.PlainDate;
}

/** What deciding needs to know; only the month and the year of the date itself are looked at. */
export interface HolidayFacts {
  /** Months of which a line stands on anybody's invoice. */
  readonly invoicedMonths: readonly Month[];
  readonly ownHolidays: readonly Temporal.PlainDate[];
  readonly liberationDay: LiberationDayRule;
}

/**
 * Whether the provider may add a day of its own, or take one off. Refuses `invalid-input` outside 2000-2099,
 * `already-a-holiday` for one that is public or was added before, `not-found` for taking off a day that is not on the
 * list, and `month-invoiced` when anybody was invoiced for its month: what stands on an invoice must follow from the
 * calendar for good. Source: contract "Charges, exactly" 2 (CE2).
 */
export function decideOwnHoliday(change: OwnHolidayChange, facts: HolidayFacts): Result<null> {
  const { kind, on } = change;
  if (on.year < firstHolidayYear || on.year > lastHolidayYear)
    return refuse({ code: "invalid-input", fields: { on: "out-of-range" } });
  const isOwn = facts.ownHolidays.some((date) => date.equals(on));
  if (kind === "remove" && !isOwn) return refuse({ code: "not-found" });
  const isPublic = publicHolidays(on.year, facts.liberationDay).some(({ date }) => date.equals(on));
  if (kind === "add" && (isOwn || isPublic)) return refuse({ code: "already-a-holiday", on: on.toString() });
  const month = monthOfDate(on);
  return facts.invoicedMonths.includes(month) ? refuse({ code: "month-invoiced", month }) : accept(null);
}
