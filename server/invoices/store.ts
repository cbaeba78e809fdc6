import { sql } from "kysely";
import type { Totals } from "../../core/charges/totals.ts";
import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { InvoicedLine } from "../../core/invoices/propose-invoice.ts";
import type { InvoiceId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import { monthOf, type Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { readNames } from "./line-of-row.ts";
import { ticketIdOf } from "./read-titles.ts";

/** What was invoiced of tickets, by every invoice and credit note. */
export async function listInvoicedLines(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<readonly InvoicedLine[]> {
  const rows = await tx
    .selectFrom("invoice_lines")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisation_id", "=", "invoice_lines.organisation_id")
        .onRef("tickets.id", "=", "invoice_lines.ticket_id"),
    )
    .select([
      "invoice_lines.ticket_id",
      "invoice_lines.month",
      "kind",
      "rate_window",
      "source_id",
      "vat_category",
      "vat_percent",
      "window_names",
      "hourly_rate_cents",
      "minutes_total",
      "minutes_before",
      "amount_cents",
      "tickets.reference",
    ])
    .where("invoice_lines.organisation_id", "=", organisationId)
    .where(sql<boolean>`invoice_lines.ticket_id = any(${ticketIds}::uuid[])`)
    .orderBy("invoice_lines.invoice_id")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    reference: row.reference,
    month: monthOf(row.month),
    kind: row.kind,
    window: row.rate_window,
    windowNames: readNames(row.window_names),
    sourceId: row.source_id,
    vat: { category: row.vat_category, percent: row.vat_percent },
    hourlyRateCents: row.hourly_rate_cents,
    minutes: row.minutes_total - row.minutes_before,
    amountCents: row.amount_cents,
  }));
}

/**
 * Takes the next place of a year. The row stays locked until the transaction ends, so a failure leaves no gap (R13).
 */
export async function takeInvoicePlace(tx: Transaction, year: number): Promise<number> {
  const row = await tx
    .insertInto("invoice_counters")
    .values({ year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet({ last_number: sql`invoice_counters.last_number + 1` }),
    )
    .returning("last_number")
    .executeTakeFirstOrThrow();
  return row.last_number;
}

export interface InvoiceToInsert {
  readonly id: InvoiceId;
  readonly organisationId: OrganisationId;
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly month: Month;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly totals: Totals;
  readonly snapshot: object;
  readonly issuedBy: PersonId | null;
  readonly issuedAt: Temporal.Instant;
  readonly credits: { readonly id: InvoiceId; readonly mode: CreditMode; readonly reason: string } | null;
}

export async function insertInvoice(tx: Transaction, invoice: InvoiceToInsert): Promise<void> {
  const { totals } = invoice;
  await tx
    .insertInto("invoices")
    .values({
      organisation_id: invoice.organisationId,
      id: invoice.id,
      number: invoice.number,
      kind: invoice.kind,
      month: invoice.month,
      issued_on: invoice.issuedOn,
      due_on: invoice.dueOn,
      subtotal_cents: totals.subtotalCents,
      vat_cents: totals.vatCents,
      total_cents: totals.totalCents,
      snapshot: JSON.stringify(invoice.snapshot),
      issued_by: invoice.issuedBy,
      issued_at: invoice.issuedAt,
      credits_id: invoice.credits?.id ?? null,
      credit_mode: invoice.credits?.mode ?? null,
      credit_reason: invoice.credits?.reason ?? null,
    })
    .execute();
  await tx
    .insertInto("invoice_vat")
    .values(
      totals.vat.map((rate) => ({
        organisation_id: invoice.organisationId,
        invoice_id: invoice.id,
        category: rate.category,
        percent: rate.percent,
        subtotal_cents: rate.subtotalCents,
        vat_cents: rate.vatCents,
      })),
    )
    .execute();
}

export async function insertLines(
  tx: Transaction,
  place: { organisationId: OrganisationId; invoiceId: InvoiceId },
  lines: readonly ProposedLine[],
): Promise<void> {
  await tx
    .insertInto("invoice_lines")
    .values(
      lines.map((line, index) => ({
        organisation_id: place.organisationId,
        invoice_id: place.invoiceId,
        position: index + 1,
        month: line.month,
        ticket_id: ticketIdOf(line),
        kind: line.kind,
        rate_window: line.window,
        window_names: line.windowNames === null ? null : JSON.stringify(line.windowNames),
        source_id: line.sourceId,
        vat_category: line.vat.category,
        vat_percent: line.vat.percent,
        hourly_rate_cents: line.hourlyRateCents,
        minutes_total: line.minutesTotal,
        minutes_before: line.minutesBefore,
        amount_total_cents: line.amountTotalCents,
        amount_before_cents: line.amountBeforeCents,
        amount_cents: line.amountCents,
        reasons: JSON.stringify(line.reasons),
      })),
    )
    .execute();
}

/** Holds an organisation for the issuing of one invoice at a time; null when there is none. */
export async function lockOrganisation(tx: Transaction, organisationId: OrganisationId) {
  return (
    (await tx
      .selectFrom("organisations")
      .selectAll()
      .where("organisation_id", "=", organisationId)
      .forNoKeyUpdate()
      .executeTakeFirst()) ?? null
  );
}

export type OrganisationRow = NonNullable<Awaited<ReturnType<typeof lockOrganisation>>>;

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
        .onRef("invoices.organisation_id", "=", "invoice_lines.organisation_id")
        .onRef("invoices.id", "=", "invoice_lines.invoice_id"),
    )
    .select("invoices.number")
    .where("invoice_lines.organisation_id", "=", organisationId)
    .where(sql<boolean>`invoice_lines.ticket_id = any(${lines.map(ticketIdOf)}::uuid[])`)
    .where("invoices.kind", "=", "invoice")
    .orderBy("invoices.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}

interface Place {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
}

/** Where an invoice's PDF is kept; undefined while it was not made. */
export async function findDocument(tx: Transaction, { organisationId, invoiceId }: Place) {
  return tx
    .selectFrom("invoice_documents")
    .select(["storage_key", "sha256"])
    .where("organisation_id", "=", organisationId)
    .where("invoice_id", "=", invoiceId)
    .executeTakeFirst();
}

/** Keeps a made PDF, or answers the one that another was quicker to keep. */
export async function insertDocument(
  tx: Transaction,
  made: Place & { storageKey: string; sha256: string; madeAt: Temporal.Instant },
) {
  await tx
    .insertInto("invoice_documents")
    .values({
      organisation_id: made.organisationId,
      invoice_id: made.invoiceId,
      storage_key: made.storageKey,
      sha256: made.sha256,
      made_at: made.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await findDocument(tx, made);
  if (kept === undefined) throw new Error("the document that was there is gone");
  return kept;
}

/** The SHA-256 of what an invoice keeps, in hexadecimal, of the text that the database makes of it. */
export async function hashOfSnapshot(tx: Transaction, { organisationId, invoiceId }: Place): Promise<string> {
  const { rows } = await sql<{ hash: string }>`select encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex') as hash
    from invoices where organisation_id = ${organisationId} and id = ${invoiceId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no invoice ${invoiceId}`);
  return row.hash;
}

export async function readStoredSnapshot(tx: Transaction, { organisationId, invoiceId }: Place): Promise<unknown> {
  const row = await tx
    .selectFrom("invoices")
    .select("snapshot")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", invoiceId)
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

/** The event that an invoice was issued by. */
export async function findIssueEvent(
  tx: Transaction,
  { organisationId, invoiceId }: { readonly organisationId: OrganisationId; readonly invoiceId: InvoiceId },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("events")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("subject", "=", invoiceId)
    .where("kind", "in", ["invoice-issued", "invoice-credited"])
    .executeTakeFirst();
  return row?.id;
}
