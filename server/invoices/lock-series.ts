import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";

/** Waits for whoever sets a first number or issues an invoice, and keeps others from it until the transaction ends. */
export async function holdSeries(tx: Transaction): Promise<void> {
  await sql`select hold_invoice_series()`.execute(tx);
}
