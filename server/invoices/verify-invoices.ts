import { monthsOf, noWork, type OrganisationWork, type RulesOfYear } from "../../core/charges/charge-work.ts";
import { type RecalledWork, recallWork } from "../../core/invoices/kept-work.ts";
import type { InvoicedLine } from "../../core/invoices/propose-invoice.ts";
import { type InvoiceDifference, verifyLines, verifyPrint, verifyTotals } from "../../core/invoices/verify-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { rulesOfYears } from "../charges/charge-tickets.ts";
import { readRecordedWork, readWorkAsOf } from "../charges/read-recorded-work.ts";
import type { Transaction } from "../db/connect.ts";
import type { FileStore } from "../files/file-store.ts";
import { timeZone } from "../ui/format.ts";
import { type IssuedInvoice, listIssued, readIssued, readLinesOfTickets } from "./read-issued.ts";
import { verifyDocument } from "./verify-document.ts";
import { problemsOfEvent } from "./verify-event.ts";
import { wordDifference } from "./word-difference.ts";

export interface VerifyInvoicesNeeds {
  /** Where the PDFs are kept; null where that cannot be reached. */
  readonly files: Pick<FileStore, "open"> | null;
  readonly report: (problem: string) => void;
}

export interface VerifiedInvoices {
  readonly invoices: number;
  readonly lines: number;
  /** PDFs that were made and are not here. */
  readonly absentDocuments: number;
}

const perRead = 20;

/** Derives every invoice of an organisation anew, some at a time, and reports whatever of them does not follow (R13, R16, CE7). */
export async function verifyInvoices(
  tx: Transaction,
  organisationId: OrganisationId,
  { files, report }: VerifyInvoicesNeeds,
): Promise<VerifiedInvoices> {
  const issued = await listIssued(tx, organisationId);
  const places = new Map(issued.map(({ id }, place) => [id, place]));
  let [lines, absentDocuments] = [0, 0];
  for (let start = 0; start < issued.length; start += perRead) {
    const ids = issued.slice(start, start + perRead).map(({ id }) => id);
    const group = await readGroup(tx, organisationId, ids);
    for (const invoice of group.invoices) {
      const { number } = invoice.stored;
      const document = await verifyDocument(invoice.document, files);
      const problems = [
        ...(await problemsOfInvoice(tx, invoice, { ...group, organisationId, places })),
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

/** Some invoices with all that was ever recorded and invoiced of the tickets they were made from. */
interface Group {
  readonly invoices: readonly IssuedInvoice[];
  readonly recorded: OrganisationWork;
  readonly lines: ReadonlyMap<InvoiceId, readonly InvoicedLine[]>;
}

async function readGroup(tx: Transaction, organisationId: OrganisationId, ids: readonly InvoiceId[]): Promise<Group> {
  const invoices = await readIssued(tx, organisationId, ids);
  const ticketIds = [...new Set(invoices.flatMap(({ snapshot }) => snapshot.work?.tickets ?? []))];
  const recorded = ticketIds.length === 0 ? noWork : await readRecordedWork(tx, organisationId, ticketIds);
  return { invoices, recorded, lines: await readLinesOfTickets(tx, organisationId, ticketIds) };
}

interface Known extends Group {
  readonly organisationId: OrganisationId;
  /** Of each invoice of the organisation, how many were issued before it. */
  readonly places: ReadonlyMap<InvoiceId, number>;
}

async function problemsOfInvoice(tx: Transaction, invoice: IssuedInvoice, known: Known): Promise<readonly string[]> {
  const source = await sourceOf(tx, invoice, known);
  const { month } = invoice.stored;
  const rulesOf = await rulesOfYears(tx, [month, ...monthsOf(source.work, timeZone)]);
  try {
    return differencesOf(invoice, source, rulesOf).map(wordDifference);
  } catch (error) {
    // What was tampered with may be beyond charging at all.
    return [`cannot be derived: ${error instanceof Error ? error.message : String(error)}`];
  }
}

interface Source extends RecalledWork {
  readonly earlier: readonly InvoicedLine[];
}

async function sourceOf(tx: Transaction, { id, issuedAt, snapshot }: IssuedInvoice, known: Known): Promise<Source> {
  const { organisationId, places } = known;
  const place = places.get(id) ?? 0;
  const earlier = (lines: Group["lines"], tickets: readonly string[]) => {
    const wanted = new Set(tickets);
    const before = [...lines].filter(([of]) => (places.get(of) ?? place) < place);
    return before.flatMap(([, own]) => own).filter((line) => wanted.has(line.ticketId));
  };
  if (snapshot.work !== undefined) {
    const { work: kept } = snapshot;
    return { ...recallWork(known.recorded, kept), earlier: earlier(known.lines, kept.tickets) };
  }
  const work = await readWorkAsOf(tx, organisationId, issuedAt);
  const tickets = work.tickets.map((ticket) => ticket.id);
  const lines = await readLinesOfTickets(tx, organisationId, tickets);
  return { work, gone: [], changed: [], earlier: earlier(lines, tickets) };
}

function differencesOf(
  { stored }: IssuedInvoice,
  { work, earlier, gone, changed }: Source,
  rulesOf: RulesOfYear,
): readonly InvoiceDifference[] {
  const { terms } = rulesOf(Number(stored.month.slice(0, 4)));
  return [
    ...gone.map((one): InvoiceDifference => ({ kind: "work-gone", work: one })),
    ...changed.map((agreement): InvoiceDifference => ({ kind: "agreement-changed", agreement })),
    ...verifyLines(stored, { work, earlier, rulesOf, timeZone }),
    ...verifyTotals(stored, terms),
    ...verifyPrint(stored),
  ];
}
