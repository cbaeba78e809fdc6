import { always } from "../values/result.ts";

/**
 * The deeds to the provider's holidays, by their names in the table of roles. Whether one day can change follows from
 * the invoiced months. Source: contract CE2.
 */
export const holidayDeeds = { "holiday.read": always, "holiday.change": always } as const;
