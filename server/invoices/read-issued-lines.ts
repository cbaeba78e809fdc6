import type { InvoicedLine, ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import { lineOfRow } from "./line-of-row.ts";

/** The lines of some invoices, by position. */
export async function readLines(
  tx: Transaction,
  organisationId: OrganisationId,
  ids: readonly InvoiceId[],
): Promise<ReadonlyMap<InvoiceId, readonly ProposedLine[]>> {
  const rows = await linesOf(tx, [organisationId])
    .select("reasons")
    .where(isOneOf("invoice_lines.invoiceId", ids))
    .execute();
  return mapOf(rows, (row) => lineOfRow(row, row.reference ?? ""));
}

/** All lines of some tickets by invoice, in order of issue, without reasons. */
export async function readLinesOfTickets(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<InvoiceId, readonly InvoicedLine[]>> {
  const rows = await linesOf(tx, [organisationId]).where(isOneOf("invoice_lines.ticketId", ticketIds)).execute();
  return mapOf(rows, (row) => lineOfRow({ ...row, reasons: [] }, row.reference ?? ""));
}

/** The same of several organisations, by organisation. */
export async function readLinesOfEach(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
  ticketIds: readonly string[],
): Promise<ReadonlyMap<OrganisationId, readonly InvoicedLine[]>> {
  const rows = await linesOf(tx, organisationIds).where(isOneOf("invoice_lines.ticketId", ticketIds)).execute();
  const ofEach = Map.groupBy(rows, (row) => row.organisationId);
  return new Map(
    [...ofEach].map(([id, own]) => [id, own.map((row) => lineOfRow({ ...row, reasons: [] }, row.reference ?? ""))]),
  );
}

/** The lines of the tickets of an invoice, by invoice. */
export async function readLinesOfItsTickets(
  tx: Transaction,
  organisationId: OrganisationId,
  invoiceId: InvoiceId,
): Promise<ReadonlyMap<InvoiceId, readonly InvoicedLine[]>> {
  const itsTickets = tx
    .selectFrom("invoice_lines as its")
    .select("its.ticketId")
    .where("its.organisationId", "=", organisationId)
    .where("its.invoiceId", "=", invoiceId);
  const rows = await linesOf(tx, [organisationId]).where("invoice_lines.ticketId", "in", itsTickets).execute();
  return mapOf(rows, (row) => lineOfRow({ ...row, reasons: [] }, row.reference ?? ""));
}

function linesOf(tx: Transaction, organisationIds: readonly OrganisationId[]) {
  return tx
    .selectFrom("invoice_lines")
    .leftJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "invoice_lines.organisationId")
        .onRef("tickets.id", "=", "invoice_lines.ticketId"),
    )
    .select([
      "invoice_lines.organisationId",
      "invoiceId",
      "invoice_lines.month",
      "ticketId",
      "kind",
      "rateWindow",
      "windowNames",
      "sourceId",
      "vatCategory",
      "vatPercent",
      "hourlyRateCents",
      "minutesTotal",
      "minutesBefore",
      "amountTotalCents",
      "amountBeforeCents",
      "amountCents",
      "tickets.reference",
    ])
    .where(isOneOf("invoice_lines.organisationId", organisationIds))
    .orderBy("invoice_lines.invoiceId")
    .orderBy("invoice_lines.position");
}

export function mapOf<Row extends { readonly invoiceId: InvoiceId }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<InvoiceId, readonly Value[]> {
  const byInvoice = Map.groupBy(rows, (row) => row.invoiceId);
  return new Map([...byInvoice].map(([id, own]) => [id, own.map(valueOf)]));
}
