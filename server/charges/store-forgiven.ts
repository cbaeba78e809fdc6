import type { Insertable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertForgiven(
  tx: Transaction,
  forgiven: readonly Insertable<Tables["forgiven_charges"]>[],
): Promise<void> {
  if (forgiven.length > 0) await tx.insertInto("forgiven_charges").values(forgiven).execute();
}
