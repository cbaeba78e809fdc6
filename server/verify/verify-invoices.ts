import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { FileStore } from "../files/file-store.ts";
import { listIssued } from "../invoices/read-issued.ts";
import { deriveAgain, readGroup } from "../invoices/derive-again.ts";
import { verifyDocument } from "./verify-document.ts";
import { problemsOfEvent } from "./verify-event.ts";

export interface VerifyInvoicesNeeds {
  /** The store of the PDFs; null if it cannot be reached. */
  readonly files: Pick<FileStore, "open"> | null;
  readonly report: (problem: string) => void;
}

export interface VerifiedInvoices {
  readonly invoices: number;
  readonly lines: number;
  /** PDFs that were made but are missing here. */
  readonly absentDocuments: number;
}

const perRead = 20;

/** Derives every invoice of an organisation anew, some at a time, and reports every difference (R13, R16, CE7). */
export async function verifyInvoices(
  tx: Transaction,
  organisationId: OrganisationId,
  { files, report }: VerifyInvoicesNeeds,
): Promise<VerifiedInvoices> {
  const issued = await listIssued(tx, organisationId);
  let [lines, absentDocuments] = [0, 0];
  for (let start = 0; start < issued.length; start += perRead) {
    const ids = issued.slice(start, start + perRead).map(({ id }) => id);
    const group = await readGroup(tx, { organisationId, issued }, ids);
    for (const { number, why } of group.unreadable) report(`${number}: cannot be read: ${why}`);
    for (const invoice of group.invoices) {
      const { number } = invoice.stored;
      const document = await verifyDocument(invoice.document, files);
      const problems = [
        ...(await deriveAgain(tx, invoice, group)),
        ...problemsOfEvent(invoice),
        ...(document.problem === null ? [] : [document.problem]),
      ];
      for (const problem of problems) report(`${number}: ${problem}`);
      lines += invoice.stored.lines.length;
      absentDocuments += document.isAbsent ? 1 : 0;
    }
  }
  return { invoices: issued.length, lines, absentDocuments };
}
