import { sql } from "kysely";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Marks tickets without anything left to invoice; new work unmarks them by itself (M2). Nobody is told of this change.
 */
export async function markInvoiced(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  await mark(tx, organisationId, { ticketIds, hasUninvoicedWork: false });
}

/** Marks tickets for the next proposal to check, and locks them until the transaction ends (CE7, R12). */
export async function markUninvoiced(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  await mark(tx, organisationId, { ticketIds, hasUninvoicedWork: true });
}

async function mark(
  tx: Transaction,
  organisationId: OrganisationId,
  { ticketIds, hasUninvoicedWork }: { readonly ticketIds: readonly TicketId[]; readonly hasUninvoicedWork: boolean },
): Promise<void> {
  await tx
    .updateTable("tickets")
    .set({ hasUninvoicedWork })
    .where("organisationId", "=", organisationId)
    .where(sql<boolean>`id = any(${ticketIds}::uuid[])`)
    .execute();
}
