import type { VatRegistration } from "../../core/charges/decide-vat-position.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** Locks an organisation against issuing until the transaction ends; null if it does not exist. */
export async function holdOrganisation(tx: Transaction, organisationId: OrganisationId) {
  const row = await tx
    .selectFrom("organisations")
    .select(["organisationId as id", "vatNumber"])
    .where("organisationId", "=", organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveVatNumber(
  tx: Transaction,
  organisationId: OrganisationId,
  vatNumber: string | null,
): Promise<void> {
  await tx.updateTable("organisations").set({ vatNumber }).where("organisationId", "=", organisationId).execute();
}

/** Replaces a position that began in the same month. Two at once take turns, because the organisation is locked. */
export async function saveVatPosition(
  tx: Transaction,
  organisationId: OrganisationId,
  { from, position, vatNumber, recordedAt }: VatRegistration & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  const place = { organisationId, fromMonth: from };
  const said = { position, vatNumber, recordedAt };
  const { numUpdatedRows } = await tx
    .updateTable("vat_positions")
    .set(said)
    .where("organisationId", "=", organisationId)
    .where("fromMonth", "=", from)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tx
    .insertInto("vat_positions")
    .values({ ...place, ...said })
    .execute();
}
