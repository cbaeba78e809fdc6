import { timeZone } from "../../core/calendar/time-zone.ts";
import { monthsOf, noWork, type OrganisationWork, type RulesOfYear } from "../../core/charges/charge-work.ts";
import { recallWork } from "../../core/invoices/kept-work.ts";
import type { InvoicedLine } from "../../core/invoices/propose-invoice.ts";
import { verifyCredit } from "../../core/invoices/verify-credit.ts";
import { type InvoiceDifference, verifyLines, verifyPrint, verifyTotals } from "../../core/invoices/verify-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { rulesOfYears } from "../charges/charge-tickets.ts";
import { listForgivenOf } from "../charges/read-forgiven.ts";
import { readRecordedWork, readWorkAsOf } from "../charges/read-recorded-work.ts";
import type { Transaction } from "../db/connect.ts";
import { type IssuedInvoice, type ListedInvoiceId, readIssued, type ReadIssued } from "./read-issued.ts";
import { readLines, readLinesOfTickets } from "./read-issued-lines.ts";
import { wordDifference } from "./word-difference.ts";

/** Some invoices of an organisation, with all recorded work and invoiced lines of their tickets. */
export interface Group extends ReadIssued {
  readonly organisationId: OrganisationId;
  /** All of the organisation's, in order of issue. */
  readonly issued: readonly ListedInvoiceId[];
  readonly recorded: OrganisationWork;
  readonly lines: LinesByInvoice;
  /** The rules of all charged years. */
  readonly rulesOf: RulesOfYear;
}

type LinesByInvoice = ReadonlyMap<InvoiceId, readonly InvoicedLine[]>;

export async function readGroup(
  tx: Transaction,
  { organisationId, issued }: Pick<Group, "organisationId" | "issued">,
  ids: readonly InvoiceId[],
): Promise<Group> {
  const read = await readIssued(tx, organisationId, ids);
  const ticketIds = [...new Set(read.invoices.flatMap(({ snapshot }) => snapshot.work?.tickets ?? []))];
  const recorded = ticketIds.length === 0 ? noWork : await readRecordedWork(tx, organisationId, ticketIds);
  const lines = await readLinesOfTickets(tx, organisationId, ticketIds);
  const months = [...read.invoices.map(({ stored }) => stored.month), ...monthsOf(recorded, timeZone)];
  return { ...read, organisationId, issued, recorded, lines, rulesOf: await rulesOfYears(tx, months) };
}

/** Derives an invoice or credit note anew, and answers its differences in words (R16, CE7). */
export async function deriveAgain(tx: Transaction, invoice: IssuedInvoice, group: Group): Promise<readonly string[]> {
  const differences =
    invoice.credits === null ? await sourceOf(tx, invoice, group) : await creditOf(tx, invoice, group);
  try {
    return differences().map(wordDifference);
  } catch (error) {
    // Tampered data may even be impossible to charge.
    return [`cannot be derived: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Derives an invoice from loaded data. Core may throw for data that makes no sense. */
type Deriving = () => readonly InvoiceDifference[];

async function sourceOf(tx: Transaction, invoice: IssuedInvoice, group: Group): Promise<Deriving> {
  const { stored, snapshot, issuedAt } = invoice;
  const kept = snapshot.work;
  const recorded = kept === undefined ? await readWorkAsOf(tx, group.organisationId, issuedAt) : group.recorded;
  const tickets = kept?.tickets ?? recorded.tickets.map((ticket) => ticket.id);
  const lines = kept === undefined ? await readLinesOfTickets(tx, group.organisationId, tickets) : group.lines;
  const rulesOf =
    kept === undefined ? await rulesOfYears(tx, [stored.month, ...monthsOf(recorded, timeZone)]) : group.rulesOf;
  return () => {
    const { work, gone, changed } =
      kept === undefined ? { work: recorded, gone: [], changed: [] } : recallWork(recorded, kept);
    const earlier = linesBefore(invoice.id, { lines, tickets, issued: group.issued });
    return [
      ...gone.map((one): InvoiceDifference => ({ kind: "work-gone", work: one })),
      ...changed.map((agreement): InvoiceDifference => ({ kind: "agreement-changed", agreement })),
      ...verifyLines(stored, { work, earlier, rulesOf, timeZone }),
      ...ofWhole(invoice, rulesOf(yearOf(stored.month)).terms),
    ];
  };
}

async function creditOf(tx: Transaction, invoice: IssuedInvoice, group: Group): Promise<Deriving> {
  const { organisationId, issued, rulesOf } = group;
  const { stored, snapshot, credits } = invoice;
  if (credits === null) throw new Error(`${stored.number} credits nothing`);
  const creditedLines = (await readLines(tx, organisationId, [credits.id])).get(credits.id) ?? [];
  const tickets = [...new Set(creditedLines.map((line) => line.ticketId))];
  const lines = await readLinesOfTickets(tx, organisationId, tickets);
  const forgiven = await listForgivenOf(tx, { organisationIds: [organisationId], ticketIds: tickets });
  const siblings = issued.filter((one) => one.creditsId === credits.id);
  const credited = issued.find((one) => one.id === credits.id);
  return () => {
    const request = {
      invoice: { number: credited?.number ?? "", kind: "invoice", lines: creditedLines } as const,
      positions: snapshot.credit?.positions ?? null,
      mode: credits.mode,
      reason: credits.reason,
      creditedBefore: linesBefore(invoice.id, { lines, tickets, issued: siblings }),
      invoiced: linesBefore(invoice.id, { lines, tickets, issued }),
    };
    const { terms } = rulesOf(yearOf(stored.month));
    return [...verifyCredit(stored, request, forgiven), ...ofWhole(invoice, terms, request.creditedBefore)];
  };
}

function ofWhole(
  { stored }: IssuedInvoice,
  terms: { readonly paymentDays: number },
  creditedBefore: readonly InvoicedLine[] = [],
): readonly InvoiceDifference[] {
  return [...verifyTotals(stored, terms, creditedBefore), ...verifyPrint(stored)];
}

interface Lines {
  readonly lines: LinesByInvoice;
  readonly tickets: readonly string[];
  readonly issued: readonly ListedInvoiceId[];
}

/** The lines of tickets on the invoices before one, in order of issue. */
function linesBefore(id: InvoiceId, { lines, tickets, issued }: Lines): readonly InvoicedLine[] {
  const wanted = new Set(tickets);
  const place = issued.findIndex((one) => one.id === id);
  const before = issued.slice(0, place).flatMap((one) => lines.get(one.id) ?? []);
  return before.filter((line) => wanted.has(line.ticketId));
}

function yearOf(month: string): number {
  return Number(month.slice(0, 4));
}
