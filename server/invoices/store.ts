import { sql } from "kysely";
import type { Totals } from "../../core/charges/totals.ts";
import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { InvoiceId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { findDocument } from "./read-document.ts";
import { ticketIdOf } from "./read-titles.ts";

/**
 * Takes the next place of a year. The row stays locked until the transaction ends, so a failure leaves no gap (R13).
 */
export async function takeInvoicePlace(tx: Transaction, year: number): Promise<number> {
  // Sent before the number is read, in one write with it: nobody sets the year's first number from here on.
  const held = sql`select share_invoice_series()`.execute(tx);
  const taken = tx
    .insertInto("invoice_counters")
    .values({ year, lastNumber: sql`first_number_of(${year}::integer)` })
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet({ lastNumber: sql`invoice_counters.last_number + 1` }),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  const [, { lastNumber }] = await Promise.all([held, taken]);
  return lastNumber;
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
  const inserted = tx
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
  const withVat = tx
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
  await Promise.all([inserted, withVat]);
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

interface Place {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
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
