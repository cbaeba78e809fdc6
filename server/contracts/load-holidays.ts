import type { LiberationDayRule } from "../../core/calendar/public-holidays.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { findTerms } from "./contract-on.ts";
import { listInvoicedMonths, listOwnHolidays, type OwnHoliday } from "./store-holidays.ts";

export type { OwnHoliday } from "./store-holidays.ts";

/** The facts that decide which days of a year are holidays, and which cannot change any more (CE2). */
export interface HolidaysOfYear {
  readonly own: readonly OwnHoliday[];
  readonly invoicedMonths: readonly Month[];
  /** The rule of the year's terms, or of the default terms if it has none. */
  readonly liberationDay: LiberationDayRule;
}

/** All known facts about a year's holidays. */
export async function loadHolidays(tx: Transaction, year: number): Promise<HolidaysOfYear> {
  const terms = (await findTerms(tx, year)) ?? defaultTerms(year);
  return {
    own: await listOwnHolidays(tx, year),
    invoicedMonths: await listInvoicedMonths(tx, year),
    liberationDay: terms.liberationDay,
  };
}
