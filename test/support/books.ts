import * as fc from "fast-check";
import type { Charge } from "../../core/charges/charge.ts";
import type { Forgiveness } from "../../core/charges/charged-work.ts";
import { type CreditMode, creditLines } from "../../core/invoices/credit-invoice.ts";
import { type InvoicedLine, type InvoiceProposal, proposeInvoice } from "../../core/invoices/propose-invoice.ts";
import { anyScenario, type Scenario } from "./arbitrary-work.ts";
import { chargeAll } from "./charge-scenario.ts";

/** An invoice or credit note; `credits` is the place of the credited one. */
export interface Issued extends Pick<InvoiceProposal, "kind" | "lines" | "totals"> {
  readonly credits: number | null;
}

/** The books of an organisation: the issued documents and forgiven amounts so far. */
export interface Books {
  readonly scenario: Scenario;
  readonly issued: readonly Issued[];
  readonly forgiven: readonly Forgiveness[];
}

/** Whether each entry is recorded by then, by place; the late one comes last. */
type Known = readonly boolean[];

export const allKnown: Known = Array.from({ length: 8 }, () => true);

/** The lines to credit. Places wrap around the existing number. */
export interface AskedCredit {
  readonly place: number;
  readonly positions: readonly number[] | null;
  readonly mode: CreditMode;
}

export function chargesOf({ scenario, forgiven }: Books, known: Known): readonly Charge[] {
  const all = [...scenario.work.entries, scenario.late];
  return chargeAll(scenario, { entries: all.filter((_, index) => known[index] === true), forgiven });
}

export function invoicedIn({ issued }: Pick<Books, "issued">): readonly InvoicedLine[] {
  return issued.flatMap(({ lines }) => lines);
}

export function propose(books: Books, known: Known): InvoiceProposal {
  return proposeInvoice({ charges: chargesOf(books, known), alreadyInvoiced: invoicedIn(books) });
}

/** The books after an invoice of the recorded work, if there is anything to invoice. */
export function issue(books: Books, known: Known): Books {
  const proposal = propose(books, known);
  if (proposal.lines.length === 0) return books;
  return { ...books, issued: [...books.issued, { ...proposal, credits: null }] };
}

/** The books after a credit of some invoice, or null if that is refused. */
export function credit(books: Books, { place, positions, mode }: AskedCredit): Books | null {
  const { issued } = books;
  const credits = place % issued.length;
  const invoice = issued[credits];
  if (invoice === undefined) return null;
  const credited = creditLines({
    invoice: { ...invoice, number: `2026-${credits}` },
    positions: positions === null ? null : positions.map((position) => 1 + (position % invoice.lines.length)),
    mode,
    reason: "sorry",
    creditedBefore: invoicedIn({ issued: issued.filter((one) => one.credits === credits) }),
    invoiced: invoicedIn(books),
  });
  if (!credited.ok) return null;
  const creditNote = `2026-${issued.length}`;
  const { lines, totals, forgiven } = credited.value;
  return {
    ...books,
    issued: [...issued, { kind: "credit-note", lines, totals, credits }],
    forgiven: [...books.forgiven, ...forgiven.map((each) => ({ ...each, creditNote }))],
  };
}

const anyPositions = fc.option(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), { nil: null });

export const anyCredit: fc.Arbitrary<AskedCredit> = fc.record({
  place: fc.nat(),
  positions: anyPositions,
  mode: fc.constantFrom("rebill", "forgive"),
});

const anyStep = fc.record({
  known: fc.array(fc.constantFrom(true, true, false), { minLength: 8, maxLength: 8 }),
  asked: fc.option(anyCredit, { nil: null }),
});

/** The books of an organisation before anything was issued. */
export function newBooks(scenario: Scenario): Books {
  return { scenario, issued: [], forgiven: [] };
}

/** Books with invoices of entries that were recorded or taken back since the one before, and with some credits. */
export const anyBooks: fc.Arbitrary<Books> = fc
  .record({ scenario: anyScenario, steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }) })
  .map(({ scenario, steps }) =>
    steps.reduce((books, { known, asked }) => {
      const issued = issue(books, known);
      return asked === null ? issued : (credit(issued, asked) ?? issued);
    }, newBooks(scenario)),
  );
