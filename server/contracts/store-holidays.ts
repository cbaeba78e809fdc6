import { sql } from "kysely";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

export interface OwnHoliday {
  readonly on: Temporal.PlainDate;
  readonly name: string;
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

/** Waits for running issues of invoices, and blocks issuing and changes of holidays until the transaction ends. */
export async function holdHolidays(tx: Transaction): Promise<void> {
  await sql`select hold_holidays()`.execute(tx);
}

/** Keeps holidays unchanged until the transaction ends, for issuing an invoice that follows from them (CE2). */
export async function shareHolidays(tx: Transaction): Promise<void> {
  await sql`select share_holidays()`.execute(tx);
}

export async function insertOwnHoliday(tx: Transaction, { on, name }: OwnHoliday): Promise<void> {
  await tx.insertInto("provider_holidays").values({ heldOn: on, name }).execute();
}

/** Answers the name of the day. */
export async function deleteOwnHoliday(tx: Transaction, on: Temporal.PlainDate): Promise<string> {
  const row = await tx
    .deleteFrom("provider_holidays")
    .where("heldOn", "=", on)
    .returning("name")
    .executeTakeFirstOrThrow();
  return row.name;
}
