import { type Selectable, type SqlBool, sql } from "kysely";
import type { VatTotal } from "../../core/charges/totals.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { PrintedFigures, StoredInvoice } from "../../core/invoices/verify-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import { readEvent } from "../events/payload.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Tables } from "../db/tables.ts";
import type { InvoiceDocument } from "../documents/invoice-document.ts";
import { mapOf, readLines } from "./read-issued-lines.ts";
import { readSnapshot, type Snapshot } from "./read-snapshot.ts";

type IssueEvent = EventOf<"invoice-issued" | "invoice-credited">;

/** An issued invoice with all its stored data. */
export interface IssuedInvoice {
  readonly id: InvoiceId;
  readonly issuedAt: Temporal.Instant;
  readonly stored: StoredInvoice;
  readonly snapshot: Snapshot;
  readonly snapshotHash: string;
  /** The event of its issue; undefined without one. */
  readonly event: IssueEvent | "erased" | "unreadable" | undefined;
  readonly document: { readonly storageKey: string; readonly sha256: string } | null;
  readonly credits: {
    readonly id: InvoiceId;
    readonly mode: "rebill" | "forgive";
    readonly reason: string;
  } | null;
}

export interface ListedInvoiceId {
  readonly id: InvoiceId;
  readonly number: string;
  readonly creditsId: InvoiceId | null;
}

export interface ReadIssued {
  readonly invoices: readonly IssuedInvoice[];
  /** Invoices whose stored data makes no sense. */
  readonly unreadable: readonly { readonly number: string; readonly why: string }[];
}

/** An organisation's invoices and credit notes in order of issue, by number (R13). */
export async function listIssued(tx: Transaction, organisationId: OrganisationId): Promise<readonly ListedInvoiceId[]> {
  const rows = await tx
    .selectFrom("invoices")
    .select(["id", "number", "creditsId"])
    .where("organisationId", "=", organisationId)
    .execute();
  return rows.toSorted((a, b) => compareNumbers(a.number, b.number));
}

function compareNumbers(a: string, b: string): number {
  return Number(a.slice(0, 4)) - Number(b.slice(0, 4)) || Number(a.slice(5)) - Number(b.slice(5));
}

/** Some of an organisation's invoices in full. */
export async function readIssued(
  tx: Transaction,
  organisationId: OrganisationId,
  ids: readonly InvoiceId[],
): Promise<ReadIssued> {
  const rows = await tx
    .selectFrom("invoices")
    .leftJoin("invoice_documents", (join) =>
      join
        .onRef("invoice_documents.organisationId", "=", "invoices.organisationId")
        .onRef("invoice_documents.invoiceId", "=", "invoices.id"),
    )
    .selectAll("invoices")
    .select(["storageKey", "sha256"])
    .select(sql<string>`encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')`.as("snapshotHash"))
    .where("invoices.organisationId", "=", organisationId)
    .where(isOneOf("invoices.id", ids))
    .execute();
  const lines = await readLines(tx, organisationId, ids);
  const vat = await readVat(tx, organisationId, ids);
  const events = await readIssueEvents(tx, organisationId, ids);
  const invoices: IssuedInvoice[] = [];
  const unreadable: { number: string; why: string }[] = [];
  for (const row of rows.toSorted((a, b) => compareNumbers(a.number, b.number))) {
    const parts = { lines: lines.get(row.id) ?? [], vat: vat.get(row.id) ?? [] };
    try {
      invoices.push({ ...issuedOf(row, parts), event: events.get(row.id) });
    } catch (error) {
      unreadable.push({ number: row.number, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { invoices, unreadable };
}

interface InvoiceRow extends Selectable<Tables["invoices"]> {
  readonly storageKey: string | null;
  readonly sha256: string | null;
  readonly snapshotHash: string;
}

function issuedOf(row: InvoiceRow, parts: Parts): Omit<IssuedInvoice, "event"> {
  const { storageKey, sha256, creditsId, creditMode, creditReason } = row;
  const snapshot = readSnapshot(row.snapshot);
  return {
    id: row.id,
    issuedAt: row.issuedAt,
    stored: storedOf(row, parts, snapshot),
    snapshot,
    snapshotHash: row.snapshotHash,
    document: storageKey === null || sha256 === null ? null : { storageKey, sha256 },
    credits:
      creditsId === null || creditMode === null || creditReason === null
        ? null
        : { id: creditsId, mode: creditMode, reason: creditReason },
  };
}

interface Parts {
  readonly lines: readonly ProposedLine[];
  readonly vat: readonly VatTotal[];
}

function storedOf(row: InvoiceRow, { lines, vat }: Parts, snapshot: Snapshot): StoredInvoice {
  return {
    number: row.number,
    kind: row.kind,
    month: monthOf(row.month),
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    lines,
    totals: { subtotalCents: row.subtotalCents, vat, vatCents: row.vatCents, totalCents: row.totalCents },
    printed: printedFigures(snapshot.document),
  };
}

function printedFigures(document: InvoiceDocument): PrintedFigures {
  const { number, kind, issuedOn, dueOn } = document;
  return {
    number,
    kind,
    issuedOn,
    dueOn,
    lines: document.lines.map((line) => ({
      reference: line.reference,
      minutes: line.minutes,
      rateCents: line.rateCents === null ? null : BigInt(line.rateCents),
      amountCents: BigInt(line.amountCents),
      minutesBefore: line.minutesBefore ?? 0,
      amountBeforeCents: BigInt(line.amountBeforeCents ?? 0),
    })),
    totals: {
      subtotalCents: BigInt(document.subtotalCents),
      vat: document.vat.map(({ category, percent, subtotalCents, vatCents }) => ({
        category,
        percent,
        subtotalCents: BigInt(subtotalCents),
        vatCents: BigInt(vatCents),
      })),
      totalCents: BigInt(document.totalCents),
    },
  };
}

async function readVat(
  tx: Transaction,
  organisationId: OrganisationId,
  ids: readonly InvoiceId[],
): Promise<ReadonlyMap<InvoiceId, readonly VatTotal[]>> {
  const rows = await tx
    .selectFrom("invoice_vat")
    .selectAll()
    .where("organisationId", "=", organisationId)
    .where(isOneOf("invoiceId", ids))
    .execute();
  return mapOf(rows, (row) => ({
    category: row.category,
    percent: row.percent,
    subtotalCents: row.subtotalCents,
    vatCents: row.vatCents,
  }));
}

/** The events of issue of some invoices. */
async function readIssueEvents(
  tx: Transaction,
  organisationId: OrganisationId,
  ids: readonly InvoiceId[],
): Promise<ReadonlyMap<string, IssuedInvoice["event"]>> {
  const rows = await tx
    .selectFrom("events")
    .leftJoin("event_payloads", (join) =>
      join
        .onRef("event_payloads.organisationId", "=", "events.organisationId")
        .onRef("event_payloads.eventId", "=", "events.id"),
    )
    .select(["events.subject", "events.kind", "event_payloads.payload"])
    .where("events.organisationId", "=", organisationId)
    .where(sql<SqlBool>`events.subject = any(${ids}::text[])`)
    .where("events.kind", "in", ["invoice-issued", "invoice-credited"])
    // The first one counts. A later one could say anything about the invoice.
    .orderBy("events.sequence", "desc")
    .execute();
  return new Map(rows.map((row) => [row.subject, row.payload === null ? "erased" : readIssue(row)]));
}

function readIssue(row: Parameters<typeof readEvent>[0]): IssueEvent | "unreadable" {
  const event = readEvent(row);
  return event?.kind === "invoice-issued" || event?.kind === "invoice-credited" ? event : "unreadable";
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
