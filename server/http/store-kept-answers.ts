import type { Insertable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

/** Keeps an answer under its key; false when the person used the key before. */
export async function insertKeptAnswer(
  tx: Transaction,
  answer: Insertable<Tables["idempotency_keys"]>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("idempotency_keys")
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
