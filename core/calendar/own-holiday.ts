import { type Month, monthOfDate } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { firstHolidayYear, lastHolidayYear, type LiberationDayRule, publicHolidays } from "./public-holidays.ts";

/** A holiday of the provider's own that is added to the calendar or removed from it. */
export interface OwnHolidayChange {
  readonly kind: "add" | "remove";
  readonly on: Temporal.PlainDate;
}

/** The facts for this decision. It uses only the month and the year of the date itself. */
export interface HolidayFacts {
  /** The months with a line on anybody's invoice. */
  readonly invoicedMonths: readonly Month[];
  readonly ownHolidays: readonly Temporal.PlainDate[];
  readonly liberationDay: LiberationDayRule;
}

/**
 * Whether the provider may add or remove a holiday of its own. Refuses `invalid-input` outside 2000-2099,
 * `already-a-holiday` for a public or already added one, `not-found` for removing a day that was not added, and
 * `month-invoiced` when any customer was invoiced for the month: an invoice must follow from the calendar for good.
 * Source: contract "Charges, exactly" 2 (CE2).
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
