import { describe, expect, it } from "vitest";
import { exampleEntry, exampleTicket } from "../charges/testing/charge-examples.ts";
import { chargeWork, noWork, type OrganisationWork } from "../charges/charge-work.ts";
import { chargeRules } from "../charges/rules.ts";
import { totalsOf } from "../charges/totals.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";
import { keepWork, recallWork } from "./kept-work.ts";
import { dueOn, proposeInvoice, type ProposedLine } from "./propose-invoice.ts";
import {
  type InvoiceDifference,
  type InvoiceSource,
  type StoredInvoice,
  verifyLines,
  verifyPrint,
  verifyTotals,
} from "./verify-invoice.ts";

const timeZone = "Europe/Amsterdam";
const month = monthOf("2026-10");
const rulesOf = (year: number) => chargeRules(defaultTerms(year));
const issuedOn = Temporal.PlainDate.from("2026-11-01");

/** 15 minutes of start fee at 25.00; 50 minutes of research in office hours at 83.33, 30 outside them at 62.50. */
const work: OrganisationWork = {
  ...noWork,
  tickets: [exampleTicket()],
  entries: [
    exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T10:50+02:00"),
    exampleEntry("research", "2026-10-01T19:00+02:00", "2026-10-01T19:30+02:00"),
  ],
};

function sourceOf(changes: Partial<InvoiceSource> = {}): InvoiceSource {
  return { work, earlier: [], rulesOf, timeZone, ...changes };
}

/** The invoice of October's work, as it is stored when nothing is wrong with it. */
function issued({ work: of, earlier }: Pick<InvoiceSource, "work" | "earlier"> = sourceOf()): StoredInvoice {
  const { lines, totals, kind } = proposeInvoice({
    charges: chargeWork(of, rulesOf, { timeZone }),
    alreadyInvoiced: earlier,
  });
  const due = dueOn(issuedOn, defaultTerms(2026));
  const printedLines = lines.map((line) => ({
    reference: line.reference,
    minutes: line.minutes,
    rateCents: line.hourlyRateCents,
    amountCents: line.amountCents,
    minutesBefore: line.minutesBefore,
    amountBeforeCents: line.amountBeforeCents,
  }));
  const number = "2026-0001";
  const printed = { number, kind, issuedOn: issuedOn.toString(), dueOn: due.toString(), lines: printedLines, totals };
  return { number, kind, month, issuedOn, dueOn: due, lines, totals, printed };
}

/** The stored invoice with one of its lines changed, by its place from 0. */
function withLine(index: number, change: (line: ProposedLine) => Partial<ProposedLine>): StoredInvoice {
  const invoice = issued();
  return {
    ...invoice,
    lines: invoice.lines.map((line, at) => (at === index ? { ...line, ...change(line) } : line)),
  };
}

const inShort = (differences: readonly InvoiceDifference[]) =>
  differences.flatMap((difference) => {
    const where = "line" in difference ? `${difference.line.position} ${difference.line.key.window}` : difference.kind;
    return "figures" in difference
      ? difference.figures.map(({ what, expected, stored }) => `${where}: ${what} ${expected}, not ${stored}`)
      : [`${where}: ${difference.kind}`];
  });

describe("verifying an invoice against its work (CE7)", () => {
  it("finds nothing where everything follows", () => {
    const invoice = issued();
    expect(invoice.lines.map((line) => line.amountCents)).toEqual([2500n, 8333n, 6250n]);
    expect(verifyLines(invoice, sourceOf())).toEqual([]);
    expect(verifyTotals(invoice, defaultTerms(2026))).toEqual([]);
    expect(verifyPrint(invoice)).toEqual([]);
  });

  it("finds a cent, by line and key", () => {
    const invoice = withLine(1, () => ({ amountCents: 8334n, amountTotalCents: 8334n }));
    expect(inShort(verifyLines(invoice, sourceOf()))).toEqual([
      "2 office: amount in all 8333, not 8334",
      "2 office: amount 8333, not 8334",
    ]);
    // 25.00 + 83.34 + 62.50 = 170.84; 21 % is 35.8764, so 35.88.
    expect(inShort(verifyTotals(invoice, defaultTerms(2026)))).toEqual([
      "totals-differ: total without VAT 17084, not 17083",
      "totals-differ: subtotal of standard 21% 17084, not 17083",
      "totals-differ: VAT of standard 21% 3588, not 3587",
      "totals-differ: total 20672, not 20670",
      "totals-differ: VAT 3588, not 3587",
    ]);
    expect(inShort(verifyPrint(invoice))).toEqual(["print-differs: amountCents 8334, not 8333"]);
    expect(verifyPrint(invoice)).toMatchObject([{ position: 2 }]);
  });

  it("finds a minute", () => {
    const invoice = withLine(2, ({ minutes, minutesTotal }) => ({
      minutes: minutes - 1,
      minutesTotal: minutesTotal - 1,
    }));
    expect(inShort(verifyLines(invoice, sourceOf()))).toEqual([
      "3 outside: minutes in all 30, not 29",
      "3 outside: minutes 30, not 29",
    ]);
  });

  it("finds a reason with another number in it, by its path", () => {
    const invoice = withLine(1, ({ reasons }) => ({
      reasons: reasons.map((reason) => (reason.kind === "amount" ? { ...reason, amountCents: 8334 } : reason)),
    }));
    expect(inShort(verifyLines(invoice, sourceOf()))).toEqual(["2 office: reasons[1].amountCents 8333, not 8334"]);
  });

  it("finds a line that is missing and one that nothing stands behind", () => {
    const invoice = issued();
    const shorter = { ...invoice, lines: invoice.lines.slice(0, 2) };
    expect(inShort(verifyLines(shorter, sourceOf()))).toEqual(["null outside: line-missing"]);
    const without = sourceOf({ work: { ...work, entries: work.entries.slice(0, 1) } });
    expect(inShort(verifyLines(invoice, without))).toEqual(["3 outside: line-unfounded"]);
  });

  it("finds VAT that was rounded by line, and a due date that is not 14 days later", () => {
    const invoice = issued();
    const [rate] = invoice.totals.vat;
    if (rate === undefined) throw new Error("an invoice without VAT");
    // 5.25 + 17.50 + 13.13 = 35.88 by line; 21 % of 170.83 is 35.8743, so 35.87.
    const byLine = { ...invoice.totals, vat: [{ ...rate, vatCents: 3588n }], vatCents: 3588n, totalCents: 20_671n };
    const other = { ...invoice, totals: byLine, dueOn: issuedOn.add({ days: 13 }) };
    expect(inShort(verifyTotals(other, defaultTerms(2026)))).toEqual([
      "totals-differ: due on 2026-11-15, not 2026-11-14",
      "totals-differ: VAT of standard 21% 3587, not 3588",
      "totals-differ: total 20670, not 20671",
      "totals-differ: VAT 3587, not 3588",
    ]);
  });

  it("takes what comes to nothing in all for an invoice, as it was issued", () => {
    const { lines, ...invoice } = issued();
    const moved = lines.slice(0, 1).flatMap((line) => [line, { ...line, amountCents: -line.amountCents }]);
    expect(verifyTotals({ ...invoice, lines: moved, totals: totalsOf(moved) }, defaultTerms(2026))).toEqual([]);
  });

  it("takes what is owed to the customer for a credit note", () => {
    const { lines, ...invoice } = issued();
    const back = lines.map((line) => ({ ...line, amountCents: -line.amountCents }));
    const note = { ...invoice, lines: back, totals: totalsOf(back) };
    expect(verifyTotals({ ...note, kind: "credit-note" }, defaultTerms(2026))).toEqual([]);
    expect(inShort(verifyTotals({ ...note, kind: "invoice" }, defaultTerms(2026)))).toEqual([
      "totals-differ: kind credit-note, not invoice",
    ]);
  });

  it("finds a document with another number, another day or a line less than what is stored", () => {
    const invoice = issued();
    const printed = { ...invoice.printed, number: "2026-0002", dueOn: "2026-11-16" };
    const other = verifyPrint({ ...invoice, printed: { ...printed, lines: printed.lines.slice(0, 2) } });
    expect(other).toMatchObject([{ kind: "print-differs", position: null }]);
    expect(inShort(other)).toEqual([
      "print-differs: number 2026-0001, not 2026-0002",
      "print-differs: due on 2026-11-15, not 2026-11-16",
      "print-differs: lines 3, not 2",
    ]);
  });

  it("expects no minutes in the document of a line without a rate", () => {
    const invoice = withLine(0, () => ({ hourlyRateCents: null }));
    const [first, ...rest] = invoice.printed.lines;
    if (first === undefined) throw new Error("no line");
    const lines = [{ ...first, minutes: null, rateCents: null }, ...rest];
    expect(verifyPrint({ ...invoice, printed: { ...invoice.printed, lines } })).toEqual([]);
    expect(inShort(verifyPrint(invoice))).toEqual([
      "print-differs: minutes null, not 15",
      "print-differs: rateCents null, not 10000",
    ]);
  });

  it("derives a later invoice from what was invoiced before it, and leaves later months alone", () => {
    const early = { ...work, entries: work.entries.slice(0, 1) };
    const { lines: earlier } = issued({ work: early, earlier: [] });
    const second = issued(sourceOf({ earlier }));
    expect(second.lines.map((line) => line.amountCents)).toEqual([6250n]);
    const later = exampleEntry("research", "2026-11-02T10:00+01:00", "2026-11-02T11:00+01:00");
    const grown = sourceOf({ earlier, work: { ...work, entries: [...work.entries, later] } });
    expect(verifyLines(second, grown)).toEqual([]);
    // A credit note of the later month can be there by the time that an earlier month is invoiced.
    const [line] = second.lines.map((each) => ({ ...each, month: monthOf("2026-11") }));
    if (line === undefined) throw new Error("no line");
    expect(verifyLines(second, sourceOf({ earlier: [...earlier, line] }))).toEqual([]);
  });
});

describe("what an invoice keeps of its work (R13)", () => {
  it("finds the same work again among all that was recorded later", () => {
    const later = exampleEntry("research", "2026-10-02T10:00+02:00", "2026-10-02T11:00+02:00");
    const recorded: OrganisationWork = {
      ...work,
      tickets: [exampleTicket({ isStartFeeWaived: true }), exampleTicket({ id: "t2", reference: "T02" })],
      entries: [...work.entries, later],
    };
    const { work: recalled, gone } = recallWork(recorded, keepWork(work));
    expect(gone).toEqual([]);
    expect(verifyLines(issued(), sourceOf({ work: recalled }))).toEqual([]);
  });

  it("is plain JSON", () => {
    const kept = keepWork(work);
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });

  it("says what is gone, and goes on without it", () => {
    const recorded = { ...work, entries: work.entries.slice(0, 1) };
    const { work: recalled, gone } = recallWork(recorded, keepWork(work));
    expect(gone).toEqual([{ what: "entries", id: "research 2026-10-01T19:00+02:00" }]);
    expect(inShort(verifyLines(issued(), sourceOf({ work: recalled })))).toEqual(["3 outside: line-unfounded"]);
    const nothing = recallWork({ ...work, tickets: [] }, keepWork(work));
    expect(nothing.gone).toEqual([{ what: "tickets", id: "t1" }]);
    expect(nothing.work.entries).toEqual([]);
  });

  it("charges by the agreement that was there, and says when the ticket has another (M5)", () => {
    const none = exampleTicket({ outsideHoursAgreedAt: null });
    const { work: recalled, changed } = recallWork({ ...work, tickets: [none] }, keepWork(work));
    expect(changed).toEqual([{ reference: "T01", kept: "2026-10-01T06:00:00Z", now: null }]);
    expect(verifyLines(issued(), sourceOf({ work: recalled }))).toEqual([]);
    const before = { ...work, tickets: [none] };
    const agreedLater = recallWork(work, keepWork(before));
    expect(agreedLater.changed).toEqual([]);
    expect(verifyLines(issued({ work: before, earlier: [] }), sourceOf({ work: agreedLater.work }))).toEqual([]);
  });
});
