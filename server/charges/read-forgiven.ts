import { sql, type SqlBool } from "kysely";
import type { Forgiveness } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

/** The forgiven amounts of some tickets of an organisation, in the order of their credits (CE7). */
export async function listForgivenOf(
  tx: Transaction,
  { organisationId, ticketIds }: { readonly organisationId: OrganisationId; readonly ticketIds: readonly string[] },
): Promise<readonly Forgiveness[]> {
  const rows = await tx
    .selectFrom("forgiven_charges")
    .innerJoin("invoices", (join) =>
      join
        .onRef("invoices.organisationId", "=", "forgiven_charges.organisationId")
        .onRef("invoices.id", "=", "forgiven_charges.creditNoteId"),
    )
    .selectAll("forgiven_charges")
    .select("invoices.number")
    .where("forgiven_charges.organisationId", "=", organisationId)
    .where(sql<SqlBool>`forgiven_charges.ticket_id = any(${ticketIds}::uuid[])`)
    .orderBy("creditNoteId")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    key: {
      ticketId: row.ticketId,
      month: monthOf(row.month),
      kind: row.kind,
      window: row.rateWindow,
      sourceId: row.sourceId,
      vat: { category: row.vatCategory, percent: row.vatPercent },
    },
    minutes: row.minutes,
    amountCents: row.amountCents,
    reason: row.reason,
    creditNote: row.number,
  }));
}
