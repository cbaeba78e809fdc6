import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario } from "../../test/support/arbitrary-work.ts";
import {
  allKnown,
  anyBooks,
  anyCredit,
  type Books,
  chargesOf,
  credit,
  invoicedIn,
  issue,
  newBooks,
  propose,
} from "../../test/support/books.ts";
import { bare } from "../../test/support/charge-scenario.ts";
import { textOfKey } from "../charges/charge.ts";
import { totalsAfter, totalsOf } from "../charges/totals.ts";
import { sumCents } from "../values/money.ts";
import { type InvoicedLine, sumByKey } from "./propose-invoice.ts";

const isLine = ({ minutes, amountCents }: InvoicedLine) => minutes !== 0 || amountCents !== 0n;

/** What lines come to for each key, in words. */
const summed = (lines: readonly InvoicedLine[]) => bare([...sumByKey(lines).values()].filter(isLine)).toSorted();

const negated = (lines: readonly InvoicedLine[]) =>
  lines.map((line) => ({ ...line, minutes: -line.minutes, amountCents: -line.amountCents }));

describe("whatever was invoiced, credited and forgiven before", { timeout: 60_000 }, () => {
  it("makes with the next proposal exactly what is charged, for every key (CE7)", () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        expect(summed(invoicedIn(issue(books, allKnown)))).toEqual(summed(chargesOf(books, allKnown)));
      }),
    );
  });

  it("is proposed once: what was issued is not proposed again (M2, CE7)", () => {
    fc.assert(
      fc.property(anyBooks, (books) => {
        expect(propose(issue(books, allKnown), allKnown).lines).toEqual([]);
      }),
    );
  });

  it("adds up: both totals of a line and its difference, and the totals of the lines (CE5, CE7)", () => {
    fc.assert(
      fc.property(anyBooks, ({ issued }) => {
        for (const [place, { lines, totals, kind, credits }] of issued.entries()) {
          const siblings = issued.slice(0, place).filter((one) => credits !== null && one.credits === credits);
          const before = sumByKey(invoicedIn({ issued: issued.slice(0, place) }));
          for (const line of lines) {
            expect(line.minutesBefore).toBe(before.get(textOfKey(line))?.minutes ?? 0);
            expect(line.amountBeforeCents).toBe(before.get(textOfKey(line))?.amountCents ?? 0n);
            expect(line.minutesTotal - line.minutesBefore).toBe(line.minutes);
            expect(line.amountTotalCents - line.amountBeforeCents).toBe(line.amountCents);
          }
          expect(new Set(lines.map(textOfKey)).size).toBe(lines.length);
          expect(totals).toEqual(totalsAfter(invoicedIn({ issued: siblings }), lines));
          expect(kind).toBe(totals.totalCents < 0n ? "credit-note" : "invoice");
        }
      }),
    );
  });
});

describe("a credit", { timeout: 60_000 }, () => {
  it("to be charged again comes to nothing with the next proposal, which is the same again (CE7)", () => {
    fc.assert(
      fc.property(anyBooks, anyCredit, (books, asked) => {
        const credited = credit(issue(books, allKnown), { ...asked, mode: "rebill" });
        if (credited === null) return;
        expect(summed(propose(credited, allKnown).lines)).toEqual(summed(negated(noteOf(credited).lines)));
      }),
    );
  });

  it("of a whole invoice takes back its totals to the cent, and the next proposal has its lines (CE5, CE7)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const books = issue(newBooks(scenario), allKnown);
        const [invoice] = books.issued;
        const credited = credit(books, { place: 0, positions: null, mode: "rebill" });
        if (credited === null || invoice === undefined) return;
        const { subtotalCents, vatCents, totalCents } = invoice.totals;
        const back = { subtotalCents: -subtotalCents, vatCents: -vatCents, totalCents: -totalCents };
        expect(noteOf(credited).totals).toMatchObject(back);
        expect(bare(propose(credited, allKnown).lines)).toEqual(bare(invoice.lines));
      }),
    );
  });

  it("of one line after another takes back the invoice's totals to the cent as well (CE5, CE7)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const books = issue(newBooks(scenario), allKnown);
        const [invoice] = books.issued;
        if (invoice === undefined) return;
        const after = invoice.lines.reduce(
          (so, _, position) => credit(so, { place: 0, positions: [position], mode: "rebill" }) ?? so,
          books,
        );
        const notes = after.issued.filter((one) => one.credits === 0);
        // A line that takes something off cannot be credited by itself.
        if (notes.length < invoice.lines.length) return;
        const back = sumCents(notes.map(({ totals }) => totals.totalCents));
        expect(back).toBe(-invoice.totals.totalCents);
      }),
    );
  });

  it("to forgive brings back only what lines themselves had taken back, and no correction beyond that (CE7)", () => {
    fc.assert(
      fc.property(anyBooks, anyCredit, (books, asked) => {
        const credited = credit(issue(books, allKnown), { ...asked, mode: "forgive" });
        if (credited === null) return;
        const note = noteOf(credited);
        const keys = new Set(note.lines.map(textOfKey));
        const ofInvoice = credited.issued[note.credits ?? -1]?.lines ?? [];
        const again = ofInvoice.filter((line) => hasTakenBack(line) && keys.has(textOfKey(line)));
        const { lines } = propose(credited, allKnown);
        expect(summed(lines.filter(isNoCorrection))).toEqual(summed(again.filter(isNoCorrection)));
        expect(correctedIn(lines)).toBeLessThanOrEqual(correctedIn(again));
        if (again.length === 0) expect(totalsOf(lines).subtotalCents).toBeLessThanOrEqual(0n);
      }),
    );
  });

  it("is of each line once: credited twice, a line is refused (CE7)", () => {
    fc.assert(
      fc.property(anyBooks, anyCredit, (books, asked) => {
        const before = issue(books, allKnown);
        const place = asked.place % Math.max(1, before.issued.length);
        const credited = credit(before, { ...asked, place, mode: "rebill" });
        expect(credited === null || credit(credited, { ...asked, place, mode: "forgive" }) === null).toBe(true);
      }),
    );
  });
});

/** The credit note that was issued last. */
function noteOf({ issued }: Books) {
  const note = issued.at(-1);
  if (note === undefined) throw new Error("nothing was issued");
  return note;
}

/** Whether a line took something back of an earlier one: of work that was gone, or of a correction. */
function hasTakenBack({ kind, amountCents, minutes }: InvoicedLine): boolean {
  return amountCents === 0n ? minutes < 0 : (kind === "correction") !== amountCents < 0n;
}

function isNoCorrection({ kind }: InvoicedLine): boolean {
  return kind !== "correction";
}

function correctedIn(lines: readonly InvoicedLine[]): bigint {
  return sumCents(lines.filter((line) => !isNoCorrection(line)).map(({ amountCents }) => amountCents));
}
