import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { KeptWork } from "../../core/invoices/kept-work.ts";
import type { InvoiceDocument } from "../documents/invoice-document.ts";

/** What a credit note credits, why, and whether it is charged again. (CE7) */
export interface Credited {
  readonly number: string;
  readonly mode: CreditMode;
  readonly reason: string;
}

/** What was kept of the moment of issue. */
export interface Snapshot {
  readonly document: InvoiceDocument;
  /** What it was made from; invoices of the first version did not keep it. */
  readonly work?: KeptWork;
  /** Of a credit: the lines that were chosen, null for all. */
  readonly credit?: { readonly positions: readonly number[] | null };
}

/** A snapshot read back from its row. Its texts were ours when it was stored, and rows of invoices never change. */
export function readSnapshot(stored: unknown): Snapshot {
  if (typeof stored !== "object" || stored === null || !("document" in stored))
    throw new Error("an invoice without a snapshot");
  return stored as Snapshot;
}
