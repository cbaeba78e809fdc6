import { sql } from "kysely";
import type { InvoicedLine } from "../../core/invoices/propose-invoice.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { readNames } from "./line-of-row.ts";
import { ticketIdOf } from "./read-titles.ts";

/** The lines of tickets on all invoices and credit notes. */
export async function listInvoicedLines(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<readonly InvoicedLine[]> {
  const rows = await tx
    .selectFrom("invoice_lines")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "invoice_lines.organisationId")
        .onRef("tickets.id", "=", "invoice_lines.ticketId"),
    )
    .select([
      "invoice_lines.ticketId",
      "invoice_lines.month",
      "kind",
      "rateWindow",
      "sourceId",
      "vatCategory",
      "vatPercent",
      "windowNames",
      "hourlyRateCents",
      "minutesTotal",
      "minutesBefore",
      "amountCents",
      "tickets.reference",
    ])
    .where("invoice_lines.organisationId", "=", organisationId)
    .where(sql<boolean>`invoice_lines.ticket_id = any(${ticketIds}::uuid[])`)
    .orderBy("invoice_lines.invoiceId")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    ticketId: row.ticketId,
    reference: row.reference,
    month: monthOf(row.month),
    kind: row.kind,
    window: row.rateWindow,
    windowNames: readNames(row.windowNames),
    sourceId: row.sourceId,
    vat: { category: row.vatCategory, percent: row.vatPercent },
    hourlyRateCents: row.hourlyRateCents,
    minutes: row.minutesTotal - row.minutesBefore,
    amountCents: row.amountCents,
  }));
}

/** The newest invoice that charged what a credit note takes back. */
export async function findCorrectedNumber(
  tx: Transaction,
  organisationId: OrganisationId,
  lines: readonly { readonly ticketId: string }[],
): Promise<string | null> {
  const row = await tx
    .selectFrom("invoice_lines")
    .innerJoin("invoices", (join) =>
      join
        .onRef("invoices.organisationId", "=", "invoice_lines.organisationId")
        .onRef("invoices.id", "=", "invoice_lines.invoiceId"),
    )
    .select("invoices.number")
    .where("invoice_lines.organisationId", "=", organisationId)
    .where(sql<boolean>`invoice_lines.ticket_id = any(${lines.map(ticketIdOf)}::uuid[])`)
    .where("invoices.kind", "=", "invoice")
    .orderBy("invoices.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}
