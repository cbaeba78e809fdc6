import type { Insertable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

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
