import { sql, type SqlBool } from "kysely";
import type { Forgiveness } from "../../core/charges/charged-work.ts";
import type { InvoiceId, OrganisationId, TicketId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

/** What credits forgave of the charges of some tickets of an organisation, in the order of the credits (CE7). */
export async function listForgivenOf(
  tx: Transaction,
  { organisationId, ticketIds }: { readonly organisationId: OrganisationId; readonly ticketIds: readonly string[] },
): Promise<readonly Forgiveness[]> {
  const rows = await tx
    .selectFrom("forgiven_charges")
    .innerJoin("invoices", (join) =>
      join
        .onRef("invoices.organisation_id", "=", "forgiven_charges.organisation_id")
        .onRef("invoices.id", "=", "forgiven_charges.credit_note_id"),
    )
    .selectAll("forgiven_charges")
    .select("invoices.number")
    .where("forgiven_charges.organisation_id", "=", organisationId)
    .where(sql<SqlBool>`forgiven_charges.ticket_id = any(${ticketIds}::uuid[])`)
    .orderBy("credit_note_id")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    key: {
      ticketId: row.ticket_id,
      month: monthOf(row.month),
      kind: row.kind,
      window: row.rate_window,
      sourceId: row.source_id,
      vat: { category: row.vat_category, percent: row.vat_percent },
    },
    minutes: row.minutes,
    amountCents: row.amount_cents,
    reason: row.reason,
    creditNote: row.number,
  }));
}

export async function insertForgiven(
  tx: Transaction,
  { organisationId, creditNoteId }: { readonly organisationId: OrganisationId; readonly creditNoteId: InvoiceId },
  forgiven: readonly Omit<Forgiveness, "creditNote">[],
): Promise<void> {
  if (forgiven.length === 0) return;
  await tx
    .insertInto("forgiven_charges")
    .values(
      forgiven.map(({ key, minutes, amountCents, reason }, index) => ({
        organisation_id: organisationId,
        credit_note_id: creditNoteId,
        position: index + 1,
        // Core knows ids as texts; this one came from a row of tickets.
        ticket_id: key.ticketId as TicketId,
        month: key.month,
        kind: key.kind,
        rate_window: key.window,
        source_id: key.sourceId,
        vat_category: key.vat.category,
        vat_percent: key.vat.percent,
        minutes,
        amount_cents: amountCents,
        reason,
      })),
    )
    .execute();
}
