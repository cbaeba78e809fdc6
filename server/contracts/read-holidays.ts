import { sql } from "kysely";
import type { LiberationDayRule } from "../../core/calendar/public-holidays.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { findTerms } from "./read-contracts.ts";

export interface OwnHoliday {
  readonly on: Temporal.PlainDate;
  readonly name: string;
}

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

/** The provider's own holidays of a year, by date. */
export async function listOwnHolidays(tx: Transaction, year: number): Promise<readonly OwnHoliday[]> {
  return tx
    .selectFrom("visible_holidays")
    .select(["heldOn as on", "name"])
    .where("heldOn", ">=", Temporal.PlainDate.from({ year, month: 1, day: 1 }))
    .where("heldOn", "<=", Temporal.PlainDate.from({ year, month: 12, day: 31 }))
    .orderBy("heldOn")
    .execute();
}

/** The months of a year with a line on anybody's invoice. */
export async function listInvoicedMonths(tx: Transaction, year: number): Promise<readonly Month[]> {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  const { rows } = await sql<{ month: Month }>`select month from unnest(${months}::text[]) as month
    where is_month_invoiced(month)`.execute(tx);
  return rows.map((row) => row.month);
}
