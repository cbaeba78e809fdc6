import { sql } from "kysely";
import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { KeptWork } from "../../core/invoices/kept-work.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { InvoiceDocument } from "../documents/invoice-document.ts";

/** The invoice and reason of a credit note, and whether it is charged again. (CE7) */
export interface Credited {
  readonly number: string;
  readonly mode: CreditMode;
  readonly reason: string;
}

/** The facts kept at the moment of issue. */
export interface Snapshot {
  readonly document: InvoiceDocument;
  /** The work behind it. Invoices of the first version did not keep it. */
  readonly work?: KeptWork;
  /** The chosen lines of a credit, null for all. */
  readonly credit?: { readonly positions: readonly number[] | null };
}

/** A snapshot from its row. We wrote it, and rows of invoices never change. */
export function readSnapshot(stored: unknown): Snapshot {
  if (typeof stored !== "object" || stored === null || !("document" in stored))
    throw new Error("an invoice without a snapshot");
  return stored as Snapshot;
}

interface Place {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
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
