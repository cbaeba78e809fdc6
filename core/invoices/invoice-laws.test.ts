import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario, type Scenario } from "../../test/support/arbitrary-work.ts";
import { bare, chargeAll } from "../../test/support/charge-scenario.ts";
import { type Charge, textOfKey } from "../charges/charge.ts";
import type { Forgiveness } from "../charges/charged-work.ts";
import { totalsOf } from "../charges/totals.ts";
import { sumCents } from "../values/money.ts";
import { type CreditMode, creditLines } from "./credit-invoice.ts";
import { type InvoicedLine, type InvoiceProposal, proposeInvoice, sumByKey } from "./propose-invoice.ts";

/** An invoice or credit note of a story; `credits` is the place of the one it credits. */
interface Issued extends Pick<InvoiceProposal, "kind" | "lines" | "totals"> {
  readonly credits: number | null;
}

/** What happens in a story after one another. Entries are known or not; invoices are issued of what is known. */
interface Step {
  readonly knownEntries: readonly boolean[];
  readonly credit: {
    readonly place: number;
    readonly positions: readonly number[] | null;
    readonly mode: CreditMode;
  } | null;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  knownEntries: fc.array(fc.constantFrom(true, true, false), { minLength: 8, maxLength: 8 }),
  credit: fc.option(
    fc.record({
      place: fc.nat(),
      positions: fc.option(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), { nil: null }),
      mode: fc.constantFrom("rebill", "forgive"),
    }),
    { nil: null },
  ),
});

/** The books of an organisation: what was issued and forgiven so far. */
class Books {
  readonly issued: Issued[] = [];
  readonly forgiven: Forgiveness[] = [];

  readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  get invoiced(): readonly InvoicedLine[] {
    return this.issued.flatMap(({ lines }) => lines);
  }

  charges({ knownEntries }: Pick<Step, "knownEntries">): readonly Charge[] {
    const { entries } = this.scenario.work;
    const all = [...entries, this.scenario.late];
    return chargeAll(this.scenario, {
      entries: all.filter((_, index) => knownEntries[index] === true),
      forgiven: this.forgiven,
    });
  }

  propose(step: Pick<Step, "knownEntries">): InvoiceProposal {
    return proposeInvoice({ charges: this.charges(step), alreadyInvoiced: this.invoiced });
  }

  issue(step: Pick<Step, "knownEntries">): void {
    const proposal = this.propose(step);
    if (proposal.lines.length > 0) this.issued.push({ ...proposal, credits: null });
  }

  /** Credits some invoice as a step says; answers whether it could be. */
  credit({ place, positions, mode }: NonNullable<Step["credit"]>): boolean {
    const credits = place % this.issued.length;
    const invoice = this.issued[credits];
    if (invoice === undefined) return false;
    const credit = creditLines({
      invoice: { ...invoice, number: `2026-${credits}` },
      positions: positions === null ? null : positions.map((position) => 1 + (position % invoice.lines.length)),
      mode,
      reason: "sorry",
      creditedBefore: this.issued.filter((one) => one.credits === credits).flatMap(({ lines }) => lines),
      invoiced: this.invoiced,
    });
    if (!credit.ok) return false;
    const creditNote = `2026-${this.issued.length}`;
    this.forgiven.push(...credit.value.forgiven.map((each) => ({ ...each, creditNote })));
    this.issued.push({ ...credit.value, kind: "credit-note", credits });
    return true;
  }
}

/** The books after steps, of each the invoice and then the credit. */
function booksAfter(scenario: Scenario, steps: readonly Step[]): Books {
  const books = new Books(scenario);
  for (const step of steps) {
    books.issue(step);
    if (step.credit !== null) books.credit(step.credit);
  }
  return books;
}

const anyStory = fc.record({ scenario: anyScenario, steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }) });
const allKnown = { knownEntries: Array.from({ length: 8 }, () => true) };

const isLine = ({ minutes, amountCents }: InvoicedLine) => minutes !== 0 || amountCents !== 0n;

/** What lines come to for each key, in words. */
const summed = (lines: readonly InvoicedLine[]) => bare([...sumByKey(lines).values()].filter(isLine)).toSorted();

const negated = (lines: readonly InvoicedLine[]) =>
  lines.map((line) => ({ ...line, minutes: -line.minutes, amountCents: -line.amountCents }));

describe("whatever was invoiced, credited and forgiven before", { timeout: 60_000 }, () => {
  it("makes with the next proposal exactly what is charged, for every key (CE7)", () => {
    fc.assert(
      fc.property(anyStory, ({ scenario, steps }) => {
        const books = booksAfter(scenario, steps);
        const charges = books.charges(allKnown);
        books.issue(allKnown);
        expect(summed(books.invoiced)).toEqual(summed(charges));
      }),
    );
  });

  it("is proposed once: what was issued is not proposed again (M2, CE7)", () => {
    fc.assert(
      fc.property(anyStory, ({ scenario, steps }) => {
        const books = booksAfter(scenario, steps);
        books.issue(allKnown);
        expect(books.propose(allKnown).lines).toEqual([]);
      }),
    );
  });

  it("adds up: both totals of a line and its difference, and the totals of the lines (CE5, CE7)", () => {
    fc.assert(
      fc.property(anyStory, ({ scenario, steps }) => {
        const { issued } = booksAfter(scenario, steps);
        for (const [place, { lines, totals, kind }] of issued.entries()) {
          const before = sumByKey(issued.slice(0, place).flatMap((earlier) => earlier.lines));
          for (const line of lines) {
            expect(line.minutesBefore).toBe(before.get(textOfKey(line))?.minutes ?? 0);
            expect(line.amountBeforeCents).toBe(before.get(textOfKey(line))?.amountCents ?? 0n);
            expect(line.minutesTotal - line.minutesBefore).toBe(line.minutes);
            expect(line.amountTotalCents - line.amountBeforeCents).toBe(line.amountCents);
          }
          expect(new Set(lines.map(textOfKey)).size).toBe(lines.length);
          expect(totals).toEqual(totalsOf(lines));
          expect(kind).toBe(totals.totalCents < 0n ? "credit-note" : "invoice");
        }
      }),
    );
  });
});

/** Whether a line took something back of an earlier one: of work that was gone, or of a correction. */
const hasTakenBack = ({ kind, amountCents, minutes }: InvoicedLine) =>
  amountCents === 0n ? minutes < 0 : (kind === "correction") !== amountCents < 0n;

const isNoCorrection = ({ kind }: InvoicedLine) => kind !== "correction";

const correctedIn = (lines: readonly InvoicedLine[]) =>
  sumCents(lines.filter((line) => !isNoCorrection(line)).map(({ amountCents }) => amountCents));

const linesOf = ({ issued }: Books, place: number | null | undefined) => issued[place ?? -1]?.lines ?? [];

const anyCredit = fc.record({
  place: fc.nat(),
  positions: fc.option(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), { nil: null }),
});

describe("a credit", { timeout: 60_000 }, () => {
  it("to be charged again comes to nothing with the next proposal, which is the same again (CE7)", () => {
    fc.assert(
      fc.property(anyStory, anyCredit, ({ scenario, steps }, credit) => {
        const books = booksAfter(scenario, steps);
        books.issue(allKnown);
        if (!books.credit({ ...credit, mode: "rebill" })) return;
        const credited = books.issued.at(-1)?.lines ?? [];
        expect(summed(books.propose(allKnown).lines)).toEqual(summed(negated(credited)));
      }),
    );
  });

  it("of a whole invoice takes back its totals to the cent, and the next proposal has its lines (CE5, CE7)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const books = new Books(scenario);
        books.issue(allKnown);
        const [invoice] = books.issued;
        if (!books.credit({ place: 0, positions: null, mode: "rebill" }) || invoice === undefined) return;
        const { subtotalCents, vatCents, totalCents } = invoice.totals;
        const back = { subtotalCents: -subtotalCents, vatCents: -vatCents, totalCents: -totalCents };
        expect(books.issued.at(-1)?.totals).toMatchObject(back);
        expect(bare(books.propose(allKnown).lines)).toEqual(bare(invoice.lines));
      }),
    );
  });

  it("to forgive brings back only what lines themselves had taken back, and no correction beyond that (CE7)", () => {
    fc.assert(
      fc.property(anyStory, anyCredit, ({ scenario, steps }, credit) => {
        const books = booksAfter(scenario, steps);
        books.issue(allKnown);
        if (!books.credit({ ...credit, mode: "forgive" })) return;
        const note = books.issued.at(-1);
        const credited = new Set(note?.lines.map(textOfKey));
        const again = linesOf(books, note?.credits).filter(
          (line) => hasTakenBack(line) && credited.has(textOfKey(line)),
        );
        const { lines } = books.propose(allKnown);
        expect(summed(lines.filter(isNoCorrection))).toEqual(summed(again.filter(isNoCorrection)));
        expect(correctedIn(lines)).toBeLessThanOrEqual(correctedIn(again));
        if (again.length === 0) expect(totalsOf(lines).subtotalCents).toBeLessThanOrEqual(0n);
      }),
    );
  });

  it("is of each line once: credited twice, a line is refused (CE7)", () => {
    fc.assert(
      fc.property(anyStory, anyCredit, ({ scenario, steps }, credit) => {
        const books = booksAfter(scenario, steps);
        books.issue(allKnown);
        const place = credit.place % books.issued.length;
        if (!books.credit({ ...credit, place, mode: "rebill" })) return;
        expect(books.credit({ ...credit, place, mode: "forgive" })).toBe(false);
      }),
    );
  });
});
