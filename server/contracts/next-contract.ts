import type { NotNull } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** The first contract of an organisation that starts after a local date (K1). */
export async function findNextContract(tx: Transaction, organisationId: OrganisationId, after: Temporal.PlainDate) {
  const row = await tx
    .selectFrom("contracts")
    .select("startsOn")
    .where("organisationId", "=", organisationId)
    .where("startsOn", ">", after)
    .orderBy("startsOn")
    .limit(1)
    .$narrowType<{ startsOn: NotNull }>()
    .executeTakeFirst();
  return row ?? null;
}
