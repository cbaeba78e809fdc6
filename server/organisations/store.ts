import type { Insertable, Updateable } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertOrganisation(
  tx: Transaction,
  organisation: Insertable<Tables["organisations"]>,
): Promise<void> {
  await tx.insertInto("organisations").values(organisation).execute();
}

export async function updateOrganisation(
  tx: Transaction,
  organisationId: OrganisationId,
  changes: Updateable<Tables["organisations"]>,
): Promise<void> {
  await tx.updateTable("organisations").set(changes).where("organisationId", "=", organisationId).execute();
}

/** What staff note about a customer; nothing when it is null. */
export async function saveNotes(tx: Transaction, organisationId: OrganisationId, body: string | null): Promise<void> {
  await tx.deleteFrom("organisation_notes").where("organisationId", "=", organisationId).execute();
  if (body !== null) await tx.insertInto("organisation_notes").values({ organisationId, body }).execute();
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
