import type { Transaction } from "../db/connect.ts";

/** Saves the first number of a year, in place of another. The database refuses it once the year has an invoice. */
export async function saveFirstNumber(tx: Transaction, year: number, firstNumber: number): Promise<void> {
  await tx
    .insertInto("invoice_series")
    .values({ year, firstNumber })
    .onConflict((conflict) => conflict.column("year").doUpdateSet({ firstNumber }))
    .execute();
}
