import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { KeptWork } from "../../core/invoices/kept-work.ts";
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
