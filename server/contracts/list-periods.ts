import type { NotNull } from "kysely";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** The periods of an organisation's contracts, oldest first. */
export async function listPeriods(tx: Transaction, organisationId: OrganisationId): Promise<readonly ContractPeriod[]> {
  return tx
    .selectFrom("contracts")
    .select(["startsOn", "endsOn"])
    .where("organisationId", "=", organisationId)
    .where("startsOn", "is not", null)
    .$narrowType<{ startsOn: NotNull; endsOn: NotNull }>()
    .orderBy("startsOn")
    .execute();
}
