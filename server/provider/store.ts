import { type Insertable, sql } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

/** Waits for whoever changes the provider's details, and keeps others from it until the transaction ends. */
export async function holdProvider(tx: Transaction): Promise<void> {
  await sql`lock table provider_profile in share row exclusive mode`.execute(tx);
}

/** Saves the only row of the provider's details. */
export async function saveProvider(
  tx: Transaction,
  provider: Omit<Insertable<Tables["provider_profile"]>, "id">,
): Promise<void> {
  await tx
    .insertInto("provider_profile")
    .values({ id: true, ...provider })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(provider))
    .execute();
}
