import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { setUninvoicedWork } from "./store.ts";

/**
 * Marks tickets without anything left to invoice; new work unmarks them by itself (M2). Nobody is told of this change.
 */
export async function markInvoiced(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  await setUninvoicedWork(tx, organisationId, { ticketIds, hasUninvoicedWork: false });
}

/** Marks tickets for the next proposal to check, and locks them until the transaction ends (CE7, R12). */
export async function markUninvoiced(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  await setUninvoicedWork(tx, organisationId, { ticketIds, hasUninvoicedWork: true });
}
