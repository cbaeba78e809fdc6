import type { Insertable } from "kysely";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertRecording(
  tx: Transaction,
  recording: Insertable<Tables["contract_recordings"]>,
): Promise<void> {
  await tx.insertInto("contract_recordings").values(recording).execute();
}

/** Confirms a recorded contract. Answers false if there is none, or if it is confirmed or withdrawn. */
export async function confirmRecording(
  tx: Transaction,
  { organisationId, contractId }: { readonly organisationId: OrganisationId; readonly contractId: ContractId },
  confirmed: { readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("contract_recordings")
    .set({ confirmedBy: confirmed.by, confirmedAt: confirmed.at })
    .where("organisationId", "=", organisationId)
    .where("contractId", "=", contractId)
    .where("confirmedAt", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("contracts")
          .select("contracts.id")
          .where("contracts.organisationId", "=", organisationId)
          .where("contracts.id", "=", contractId)
          .where("contracts.withdrawnAt", "is", null),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
