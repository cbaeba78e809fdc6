import { sql } from "kysely";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** Marks tickets of which nothing is left to invoice; new work marks them again by itself (M2). No change that anybody is told of. */
export async function markInvoiced(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  await tx
    .updateTable("tickets")
    .set({ has_uninvoiced_work: false })
    .where("organisation_id", "=", organisationId)
    .where(sql<boolean>`id = any(${ticketIds}::uuid[])`)
    .execute();
}
