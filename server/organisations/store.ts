import type { Insertable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertOrganisation(
  tx: Transaction,
  organisation: Insertable<Tables["organisations"]>,
): Promise<void> {
  await tx.insertInto("organisations").values(organisation).execute();
}

export async function insertSignatory(tx: Transaction, signatory: Insertable<Tables["signatories"]>): Promise<void> {
  await tx.insertInto("signatories").values(signatory).execute();
}

/** Gives a seat to its holder, instead of a former one. */
export async function saveSeat(tx: Transaction, seat: Insertable<Tables["seats"]>): Promise<void> {
  const { personId, assignedAt } = seat;
  await tx
    .insertInto("seats")
    .values(seat)
    .onConflict((conflict) => conflict.columns(["organisationId", "seatNumber"]).doUpdateSet({ personId, assignedAt }))
    .execute();
}
