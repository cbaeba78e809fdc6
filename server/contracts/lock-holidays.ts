import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";

/** Waits for running issues of invoices, and blocks issuing and changes of holidays until the transaction ends. */
export async function holdHolidays(tx: Transaction): Promise<void> {
  await sql`select hold_holidays()`.execute(tx);
}

/** Keeps holidays unchanged until the transaction ends, for issuing an invoice that follows from them (CE2). */
export async function shareHolidays(tx: Transaction): Promise<void> {
  await sql`select share_holidays()`.execute(tx);
}
