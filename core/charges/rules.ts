import { timeZone as providerTimeZone } from "../calendar/time-zone.ts";
import { windowCalendar, type WindowCalendar } from "../calendar/windows.ts";
import type { ContractTerms } from "../contracts/terms.ts";

/** The terms of a year with their calendar, made once and used for every month and organisation under them. */
export interface ChargeRules {
  readonly terms: ContractTerms;
  readonly calendar: WindowCalendar;
}

/**
 * Makes terms ready for charging, with the provider's own holidays and the time zone of its months. Source: contract
 * M4, "Charges, exactly" 1, 2, 3 and 6.
 */
export function chargeRules(
  terms: ContractTerms,
  extraHolidays: readonly Temporal.PlainDate[] = [],
  timeZone: string = providerTimeZone,
): ChargeRules {
  return { terms, calendar: windowCalendar({ terms, extraHolidays, timeZone }) };
}
