import type { LiberationDayRule } from "../../core/calendar/public-holidays.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { findTerms } from "./contract-on.ts";
import { listInvoicedMonths, listOwnHolidays, type OwnHoliday } from "./store-holidays.ts";

export type { OwnHoliday } from "./store-holidays.ts";

/** What decides which days of a year are off, and which of them are settled for good (CE2). */
export interface HolidaysOfYear {
  readonly own: readonly OwnHoliday[];
  readonly invoicedMonths: readonly Month[];
  /** By the year's terms, or by what terms begin with while it has none. */
  readonly liberationDay: LiberationDayRule;
}

/** Everything known of a year's days off. */
export async function loadHolidays(tx: Transaction, year: number): Promise<HolidaysOfYear> {
  const terms = (await findTerms(tx, year)) ?? defaultTerms(year);
  return {
    own: await listOwnHolidays(tx, year),
    invoicedMonths: await listInvoicedMonths(tx, year),
    liberationDay: terms.liberationDay,
  };
}
