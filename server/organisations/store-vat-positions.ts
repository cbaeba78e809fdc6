import { sql } from "kysely";
import type { VatPositionFrom } from "../../core/charges/charge-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { type Month, monthOf } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

/** Where an organisation stands for VAT, from which month on; the earliest first (CE5). */
export async function listVatPositions(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly VatPositionFrom[]> {
  const rows = await tx
    .selectFrom("vat_positions")
    .select(["from_month", "position"])
    .where("organisation_id", "=", organisationId)
    .orderBy("from_month")
    .execute();
  return rows.map((row) => ({ from: monthOf(row.from_month), position: row.position }));
}

/** The last month of which a line stands on an organisation's invoices; null when none does. */
export async function lastInvoicedMonth(tx: Transaction, organisationId: OrganisationId): Promise<Month | null> {
  const { rows } = await sql<{ month: string | null }>`select last_invoiced_month(${organisationId}) as month`.execute(
    tx,
  );
  const month = rows[0]?.month ?? null;
  return month === null ? null : monthOf(month);
}

/** Holds an organisation against the issuing of invoices until the transaction ends; null when there is none. */
export async function holdOrganisation(tx: Transaction, organisationId: OrganisationId) {
  const row = await tx
    .selectFrom("organisations")
    .select(["organisation_id as id", "vat_number as vatNumber"])
    .where("organisation_id", "=", organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveVatNumber(
  tx: Transaction,
  organisationId: OrganisationId,
  vatNumber: string | null,
): Promise<void> {
  await tx
    .updateTable("organisations")
    .set({ vat_number: vatNumber })
    .where("organisation_id", "=", organisationId)
    .execute();
}

export async function saveVatPosition(
  tx: Transaction,
  organisationId: OrganisationId,
  { from, position, recordedAt }: VatPositionFrom & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto("vat_positions")
    .values({ organisation_id: organisationId, from_month: from, position, recorded_at: recordedAt })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "from_month"]).doUpdateSet({ position, recorded_at: recordedAt }),
    )
    .execute();
}
