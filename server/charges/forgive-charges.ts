import type { Forgiveness } from "../../core/charges/charged-work.ts";
import type { InvoiceId, OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { insertForgiven } from "./store-forgiven.ts";

/** Keeps the amounts that a credit note forgives, in its order (CE7). */
export async function forgiveCharges(
  tx: Transaction,
  { organisationId, creditNoteId }: { readonly organisationId: OrganisationId; readonly creditNoteId: InvoiceId },
  forgiven: readonly Omit<Forgiveness, "creditNote">[],
): Promise<void> {
  const rows = forgiven.map(({ key, minutes, amountCents, reason }, index) => ({
    organisationId,
    creditNoteId,
    position: index + 1,
    // Core knows ids as texts. This one came from a row of tickets.
    ticketId: key.ticketId as TicketId,
    month: key.month,
    kind: key.kind,
    rateWindow: key.window,
    sourceId: key.sourceId,
    vatCategory: key.vat.category,
    vatPercent: key.vat.percent,
    minutes,
    amountCents,
    reason,
  }));
  await insertForgiven(tx, rows);
}
