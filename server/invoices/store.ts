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

/**
 * Takes the next place of a year. The row stays locked until the transaction ends, so a failure leaves no gap (R13).
 */
export async function takeInvoicePlace(tx: Transaction, year: number): Promise<number> {
  const row = await tx
    .insertInto("invoice_counters")
    .values({ year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet({ lastNumber: sql`invoice_counters.last_number + 1` }),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  return row.lastNumber;
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
      organisationId: invoice.organisationId,
      id: invoice.id,
      number: invoice.number,
      kind: invoice.kind,
      month: invoice.month,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      subtotalCents: totals.subtotalCents,
      vatCents: totals.vatCents,
      totalCents: totals.totalCents,
      snapshot: JSON.stringify(invoice.snapshot),
      issuedBy: invoice.issuedBy,
      issuedAt: invoice.issuedAt,
      creditsId: invoice.credits?.id ?? null,
      creditMode: invoice.credits?.mode ?? null,
      creditReason: invoice.credits?.reason ?? null,
    })
    .execute();
  await tx
    .insertInto("invoice_vat")
    .values(
      totals.vat.map((rate) => ({
        organisationId: invoice.organisationId,
        invoiceId: invoice.id,
        category: rate.category,
        percent: rate.percent,
        subtotalCents: rate.subtotalCents,
        vatCents: rate.vatCents,
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
        organisationId: place.organisationId,
        invoiceId: place.invoiceId,
        position: index + 1,
        month: line.month,
        ticketId: ticketIdOf(line),
        kind: line.kind,
        rateWindow: line.window,
        windowNames: line.windowNames === null ? null : JSON.stringify(line.windowNames),
        sourceId: line.sourceId,
        vatCategory: line.vat.category,
        vatPercent: line.vat.percent,
        hourlyRateCents: line.hourlyRateCents,
        minutesTotal: line.minutesTotal,
        minutesBefore: line.minutesBefore,
        amountTotalCents: line.amountTotalCents,
        amountBeforeCents: line.amountBeforeCents,
        amountCents: line.amountCents,
        reasons: JSON.stringify(line.reasons),
      })),
    )
    .execute();
}

/** Locks an organisation, so that one invoice is issued at a time; null if it does not exist. */
export async function lockOrganisation(tx: Transaction, organisationId: OrganisationId) {
  return (
    (await tx
      .selectFrom("organisations")
      .selectAll()
      .where("organisationId", "=", organisationId)
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

interface Place {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
}

/** The place of an invoice's PDF; undefined until it is made. */
export async function findDocument(tx: Transaction, { organisationId, invoiceId }: Place) {
  return tx
    .selectFrom("invoice_documents")
    .select(["storageKey", "sha256"])
    .where("organisationId", "=", organisationId)
    .where("invoiceId", "=", invoiceId)
    .executeTakeFirst();
}

/** Stores a new PDF, or answers the one that somebody else stored first. */
export async function insertDocument(
  tx: Transaction,
  made: Place & { storageKey: string; sha256: string; madeAt: Temporal.Instant },
) {
  await tx
    .insertInto("invoice_documents")
    .values({
      organisationId: made.organisationId,
      invoiceId: made.invoiceId,
      storageKey: made.storageKey,
      sha256: made.sha256,
      madeAt: made.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await findDocument(tx, made);
  if (kept === undefined) throw new Error("the document that was there is gone");
  return kept;
}

/** The SHA-256 of an invoice's snapshot, in hexadecimal, from the database's own text of it. */
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
    .where("organisationId", "=", organisationId)
    .where("id", "=", invoiceId)
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

/** The event of an invoice's issue. */
export async function findIssueEvent(
  tx: Transaction,
  { organisationId, invoiceId }: { readonly organisationId: OrganisationId; readonly invoiceId: InvoiceId },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("events")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("subject", "=", invoiceId)
    .where("kind", "in", ["invoice-issued", "invoice-credited"])
    .executeTakeFirst();
  return row?.id;
}
