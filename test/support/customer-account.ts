import { chargeWork, noWork, type OrganisationWork, type VatPositionFrom } from "../../core/charges/charge-work.ts";
import type {
  ChargedAuthorisation,
  ChargedExpense,
  ChargedTicket,
  ChargedVisit,
  Correction,
  WorkedEntry,
} from "../../core/charges/charged-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { type CreditMode, creditLines } from "../../core/invoices/credit-invoice.ts";
import { decideIssue } from "../../core/invoices/decide-issue.ts";
import { invoiceNumber, numberYearOf } from "../../core/invoices/invoice-number.ts";
import {
  dueOn,
  type InvoicedLine,
  type InvoiceProposal,
  proposeInvoice,
  sumByKey,
} from "../../core/invoices/propose-invoice.ts";
import { isAdditional, localMonthOf } from "../../core/tickets/month-counter.ts";
import { addMonths, monthOfDate } from "../../core/values/month.ts";
import { type Result, accept } from "../../core/values/result.ts";

/** An invoice or credit note of an account, in words. */
export interface IssuedDocument {
  /** Such as "T01 2026-01 work office: 77 min 128.33". */
  readonly lines: readonly string[];
  /** Such as "2026-0001, due 2026-02-15: 153.33 + standard 21 % 32.20 = 185.53". */
  readonly totals: string;
}

interface Kept extends Pick<InvoiceProposal, "kind" | "lines" | "totals"> {
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  readonly credits: string | null;
}

type OnTicket<Thing extends { readonly ticketId: string }> = Omit<Thing, "ticketId">;

/**
 * A customer's account for a story: its recorded work and issued documents, one after another, by references and
 * numbers.
 */
export function openAccount(termsOf: (year: number) => ContractTerms) {
  let work: OrganisationWork = noWork;
  let documents: readonly Kept[] = [];
  const rules = new Map<number, ChargeRules>();
  const rulesOf = (year: number): ChargeRules => {
    const made = rules.get(year) ?? chargeRules(termsOf(year));
    rules.set(year, made);
    return made;
  };
  const { timeZone } = termsOf(2026);
  const invoiced = (): readonly InvoicedLine[] => documents.flatMap(({ lines }) => lines);
  const charges = () => chargeWork(work, rulesOf, { timeZone });

  function keep(document: Omit<Kept, "number" | "dueOn">, on: Temporal.PlainDate): Kept {
    const year = numberYearOf(on);
    const place = documents.filter(({ number }) => number.startsWith(`${year}-`)).length + 1;
    const kept = { ...document, number: invoiceNumber(year, place), dueOn: dueOn(on, termsOf(year)) };
    documents = [...documents, kept];
    return kept;
  }

  return {
    /** Creates the next ticket of its month under the terms of its year. */
    creates(reference: string, at: string, changes: Partial<ChargedTicket> = {}) {
      const createdAt = Temporal.Instant.from(at);
      const month = localMonthOf(createdAt, timeZone);
      const terms = termsOf(Number(month.slice(0, 4)));
      const inMonth = work.tickets.filter((ticket) => localMonthOf(ticket.createdAt, timeZone) === month);
      const numberInMonth = inMonth.length + 1;
      const flags = { isAdditional: isAdditional(numberInMonth, terms), startFeeMinutes: terms.startFeeMinutes };
      const ticket = { id: reference, reference, createdAt, numberInMonth, ...flags, outsideHoursAgreedAt: null };
      work = { ...work, tickets: [...work.tickets, { ...ticket, ...changes }] };
    },
    /** Records chargeable work from one moment to another; answers the entry's id. */
    works(ticketId: string, step: WorkedEntry["step"], [from, until]: [string, string], authorisationId?: string) {
      const id = `e${work.entries.length + 1}`;
      const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)];
      const entry = { id, ticketId, step, start, end, isChargeable: true, authorisationId: authorisationId ?? null };
      work = { ...work, entries: [...work.entries, entry] };
      return id;
    },
    voids(entryId: string) {
      work = { ...work, entries: work.entries.filter(({ id }) => id !== entryId) };
    },
    /** Approves a work order or a quote; a quote by the hour holds the prices of a year. */
    authorises(ticketId: string, quote: Pick<ChargedAuthorisation, "id"> & { heldYear?: number; validUntil?: string }) {
      const validUntil = quote.validUntil === undefined ? null : Temporal.PlainDate.from(quote.validUntil);
      const heldRules = quote.heldYear === undefined ? null : rulesOf(quote.heldYear);
      const authorisation = { id: quote.id, ticketId, validUntil, heldRules, fixedPrice: null };
      work = { ...work, authorisations: [...work.authorisations, authorisation] };
    },
    /** Approves a quote for one price, or records its delivery. */
    agreesOnPrice(ticketId: string, id: string, amountCents: bigint, deliveredOn: string | null = null) {
      const delivery = deliveredOn === null ? null : Temporal.PlainDate.from(deliveredOn);
      const fixedPrice = { amountCents, deliveredOn: delivery };
      const quote: ChargedAuthorisation = { id, ticketId, validUntil: null, heldRules: null, fixedPrice };
      const others = work.authorisations.filter((one) => one.id !== id);
      work = { ...work, authorisations: [...others, quote] };
    },
    visits(ticketId: string, visit: OnTicket<ChargedVisit>) {
      work = { ...work, visits: [...work.visits, { ...visit, ticketId }] };
    },
    spends(ticketId: string, expense: OnTicket<ChargedExpense>) {
      work = { ...work, expenses: [...work.expenses, { ...expense, ticketId }] };
    },
    corrects(ticketId: string, correction: OnTicket<Correction>) {
      work = { ...work, corrections: [...work.corrections, { ...correction, ticketId }] };
    },
    standsFrom(position: VatPositionFrom) {
      work = { ...work, vatPositions: [...work.vatPositions, position] };
    },
    /** Issues on a local date the invoice up to the end of the month before (M2), or is refused. */
    invoices(on: string): Result<IssuedDocument> {
      const today = Temporal.PlainDate.from(on);
      const month = addMonths(monthOfDate(today), -1);
      const isDue = (line: { readonly month: string }) => line.month <= month;
      const due = { charges: charges().filter(isDue), alreadyInvoiced: invoiced().filter(isDue) };
      const proposal = proposeInvoice(due);
      const lineCount = proposal.lines.length;
      const issued = decideIssue({ month, today, lineCount, fingerprint: "seen", seenFingerprint: "seen" });
      return issued.ok ? accept(inWords(keep({ ...proposal, credits: null }, today))) : issued;
    },
    /** Credits an invoice, or some of its lines, on a local date. */
    credits(on: string, number: string, mode: CreditMode, positions: readonly number[] | null = null) {
      const invoice = documents.find((document) => document.number === number);
      if (invoice === undefined) throw new Error(`there is no invoice ${number}`);
      const before = documents.filter((document) => document.credits === number);
      const creditedBefore = before.flatMap(({ lines }) => lines);
      const request = { invoice, positions, mode, reason: "as agreed", creditedBefore, invoiced: invoiced() };
      const credit = creditLines(request);
      if (!credit.ok) return credit;
      const { forgiven, ...lines } = credit.value;
      const note = keep({ kind: "credit-note", ...lines, credits: number }, Temporal.PlainDate.from(on));
      const kept = forgiven.map((each) => ({ ...each, creditNote: note.number }));
      work = { ...work, forgiven: [...work.forgiven, ...kept] };
      return accept(inWords(note));
    },
    /** The difference between charged and invoiced amounts; empty when all reconciles. */
    difference(): readonly string[] {
      return proposeInvoice({ charges: charges(), alreadyInvoiced: invoiced() }).lines.map(lineInWords);
    },
    /** The sum of all invoices and credit notes over all keys, in cents, excluding VAT. */
    invoicedCents(): bigint {
      return [...sumByKey(invoiced()).values()].reduce((sum, { amountCents }) => sum + amountCents, 0n);
    },
  };
}

function inWords({ number, dueOn: due, lines, totals }: Kept): IssuedDocument {
  const vat = totals.vat.map((rate) => `${rate.category} ${rate.percent} % ${euros(rate.vatCents)}`);
  const sums = `${euros(totals.subtotalCents)} + ${vat.join(" + ")} = ${euros(totals.totalCents)}`;
  return { lines: lines.map(lineInWords), totals: `${number}, due ${due.toString()}: ${sums}` };
}

function lineInWords({ reference, month, kind, window, sourceId, minutes, amountCents }: InvoicedLine): string {
  const names = [reference, month, kind, window, sourceId].filter((name) => name !== null).join(" ");
  return minutes === 0 ? `${names}: ${euros(amountCents)}` : `${names}: ${minutes} min ${euros(amountCents)}`;
}

function euros(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
