import { describe, expect, it } from "vitest";
import type { Charge } from "../charges/charge.ts";
import { amountForMinutes, sumCents } from "../values/money.ts";
import { monthOf } from "../values/month.ts";
import { creditLines, type CreditRequest, longestReason } from "./credit-invoice.ts";
import { type InvoicedLine, proposeInvoice } from "./propose-invoice.ts";

function work(minutes: number, changes: Partial<Charge> = {}): Charge {
  return {
    ticketId: "t1",
    reference: "T01",
    month: monthOf("2026-10"),
    kind: "work",
    window: "office",
    sourceId: null,
    windowNames: { nl: "kantooruren", en: "office hours" },
    vat: { category: "standard", percent: 21 },
    minutes,
    hourlyRateCents: 10_000n,
    amountCents: amountForMinutes(minutes, 10_000n),
    reasons: [],
    ...changes,
  };
}

const outside = (minutes: number) =>
  work(minutes, { window: "outside", hourlyRateCents: 12_500n, amountCents: amountForMinutes(minutes, 12_500n) });

const correction = (amountCents: bigint, sourceId = "c1") =>
  work(0, { kind: "correction", window: null, windowNames: null, sourceId, hourlyRateCents: null, amountCents });

/** The lines that one invoice after another has, each of what is charged by then. */
function invoices(...charged: readonly (readonly Charge[])[]): readonly (readonly InvoicedLine[])[] {
  const issued: InvoicedLine[][] = [];
  for (const charges of charged) issued.push([...proposeInvoice({ charges, alreadyInvoiced: issued.flat() }).lines]);
  return issued;
}

/** Credits the last of some invoices, all of it for its work to be charged again, unless told otherwise. */
function credit(issued: readonly (readonly InvoicedLine[])[], changes: Partial<CreditRequest> = {}) {
  return creditLines({
    invoice: { number: "2026-0007", kind: "invoice", lines: issued.at(-1) ?? [] },
    positions: null,
    mode: "rebill",
    reason: "the wrong cost centre",
    creditedBefore: [],
    invoiced: issued.flat(),
    ...changes,
  });
}

function accepted(...asked: Parameters<typeof credit>) {
  const result = credit(...asked);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const amounts = (lines: readonly InvoicedLine[]) => lines.map((line) => line.amountCents);

describe("crediting an invoice (CE7)", () => {
  it("takes every line back, with both totals and the reason, and its VAT as it was rounded", () => {
    // 7 min x 100.00 / 60 = 11.67; 10 min x 125.00 / 60 = 20.83; 21 % of 32.50 is 6.825, so 6.83, and back -6.83.
    const { lines, totals, forgiven } = accepted(invoices([work(7), outside(10)]));
    expect(totals).toMatchObject({ subtotalCents: -3250n, vatCents: -683n, totalCents: -3933n });
    expect(lines).toMatchObject([
      { window: "office", minutes: -7, minutesTotal: 0, minutesBefore: 7, amountCents: -1167n, amountTotalCents: 0n },
      { window: "outside", minutes: -10, minutesBefore: 10, amountCents: -2083n, amountBeforeCents: 2083n },
    ]);
    expect(lines[0]?.reasons).toEqual([
      { rule: "CE7", kind: "credited", invoice: "2026-0007", reason: "the wrong cost centre" },
      {
        rule: "CE7",
        kind: "already-invoiced",
        minutesTotal: 0,
        minutesBefore: 7,
        amountTotalCents: 0,
        amountBeforeCents: 1167,
      },
    ]);
    expect(forgiven).toEqual([]);
  });

  it("takes back what the invoice added, not what the ticket was charged before it", () => {
    // 7 min were invoiced at 11.67, then 7 more at 23.33 - 11.67 = 11.66.
    const { lines } = accepted(invoices([work(7)], [work(14)]));
    expect(lines).toMatchObject([{ minutes: -7, minutesTotal: 7, amountCents: -1166n, amountTotalCents: 1167n }]);
  });

  it("takes back only some lines when those are asked for", () => {
    expect(accepted(invoices([work(7), outside(10)]), { positions: [2] }).lines).toMatchObject([
      { window: "outside", minutes: -10 },
    ]);
  });

  it("lists them as the invoice does, in whichever order they are asked for", () => {
    const issued = invoices([work(50), outside(30)]);
    expect(amounts(accepted(issued, { positions: [2, 1] }).lines)).toEqual([-8333n, -6250n]);
  });

  it("leaves out a line of which a later invoice took everything back", () => {
    const issued = invoices([work(50), outside(30)], [outside(30)]);
    const [first = []] = issued;
    const invoice = { number: "2026-0006", kind: "invoice", lines: first } as const;
    for (const mode of ["rebill", "forgive"] as const) {
      const { lines, forgiven } = accepted(issued, { invoice, mode });
      expect(lines).toMatchObject([{ minutes: -30, amountCents: -6250n }]);
      expect(forgiven).toHaveLength(mode === "forgive" ? 1 : 0);
    }
  });

  it("says what a credit to forgive leaves out of the charges from then on", () => {
    const { forgiven } = accepted(invoices([work(7)]), { mode: "forgive", reason: "our mistake" });
    const { ticketId, month, kind, window, sourceId, vat } = work(7);
    const key = { ticketId, month, kind, window, sourceId, vat };
    expect(forgiven).toEqual([{ key, minutes: 7, amountCents: 1167n, reason: "our mistake" }]);
  });

  it("takes back no more than still stands where a later invoice took a part back", () => {
    // 14 min at 23.33, of which 7 turned out never worked: -11.66. What stands is 11.67 for 7 minutes.
    const issued = invoices([work(14)], [work(7)]);
    const first = { number: "2026-0006", kind: "invoice", lines: issued[0] ?? [] } as const;
    expect(accepted(issued, { invoice: first }).lines).toMatchObject([{ minutes: -7, amountCents: -1167n }]);
  });

  it("gives back and takes as the invoice did, but forgives only what it charged", () => {
    // +10 min outside at 20.83, and 7 of 14 office minutes taken back at -11.66.
    const issued = invoices([work(14)], [work(7), outside(10)]);
    const { lines, forgiven } = accepted(issued, { mode: "forgive" });
    expect(amounts(lines)).toEqual([1166n, -2083n]);
    expect(forgiven).toMatchObject([{ key: { window: "outside" }, amountCents: 2083n }]);
  });

  it("forgives minutes that cost nothing too, and none that the invoice took back", () => {
    const free = (minutes: number) =>
      work(minutes, { window: "weekend-holiday", hourlyRateCents: 0n, amountCents: 0n });
    const { forgiven } = accepted(invoices([free(14), outside(10)]), { mode: "forgive" });
    expect(forgiven).toMatchObject([
      { key: { window: "weekend-holiday" }, minutes: 14, amountCents: 0n },
      { key: { window: "outside" }, minutes: 10 },
    ]);
    const later = accepted(invoices([free(14)], [free(7), outside(10)]), { mode: "forgive" });
    expect(later.forgiven).toMatchObject([{ key: { window: "outside" }, minutes: 10 }]);
    expect(later.lines).toMatchObject([{ minutes: 7 }, { minutes: -10 }]);
  });

  it("lets a correction go with the work it was taken off", () => {
    // 60 min at 100.00 less 20.00, which was a credit note of its own: 80.00 stands, and 80.00 is what forgiving gives
    // back.
    const issued = invoices([work(60)], [work(60), correction(-2000n)]);
    const first = { number: "2026-0006", kind: "invoice", lines: issued[0] ?? [] } as const;
    expect(amounts(accepted(issued, { invoice: first, mode: "forgive" }).lines)).toEqual([-10_000n, 2000n]);
    expect(amounts(accepted(issued, { invoice: first, mode: "rebill" }).lines)).toEqual([-10_000n]);
  });

  it("lets of several corrections the last one go first, and only as far as it must", () => {
    // 100.00 + 20.83 - 60.00 - 50.00 = 10.83. Without the 100.00 there are 20.83, of which the first correction takes
    // all: 39.17 of its 60.00 go, and all of the second one's 50.00.
    const charges = [work(60), outside(10), correction(-6000n, "c1"), correction(-5000n, "c2")];
    const { lines } = accepted(invoices(charges), { positions: [1], mode: "forgive" });
    expect(lines.map((line) => [line.kind, line.sourceId, line.amountCents])).toEqual([
      ["work", null, -10_000n],
      ["correction", "c2", 5000n],
      ["correction", "c1", 3917n],
    ]);
    expect(sumCents(amounts(lines))).toBe(-1083n);
  });
});

describe("crediting is refused", () => {
  const issued = invoices([work(7), outside(10)]);
  const lines = issued.at(-1) ?? [];

  it("without a reason, which has a line of an invoice to stand in", () => {
    expect(longestReason).toBe(500);
    expect(credit(issued, { reason: " " })).toMatchObject({ refusal: { code: "reason-needed" } });
  });

  it("for a line that the invoice does not have", () => {
    const refusal = { code: "invalid-input", fields: { positions: "not-an-option" } };
    expect(credit(issued, { positions: [1, 3] })).toMatchObject({ refusal });
  });

  it("for a line that was credited before, while the others can be", () => {
    const { lines: creditedBefore } = accepted(issued, { positions: [2] });
    const again = { creditedBefore, invoiced: [...lines, ...creditedBefore] };
    const refusal = { code: "already-credited", invoice: "2026-0007", positions: [2] };
    expect(credit(issued, { ...again, positions: [1, 2] })).toMatchObject({ refusal });
    expect(accepted(issued, again).lines).toMatchObject([{ window: "office", minutes: -7 }]);
  });

  it("for all of an invoice that was credited before", () => {
    const { lines: creditedBefore } = accepted(issued);
    const refusal = { code: "already-credited", invoice: "2026-0007", positions: [1, 2] };
    expect(credit(issued, { creditedBefore, invoiced: [...lines, ...creditedBefore] })).toMatchObject({ refusal });
  });

  it("for no lines, and for lines of which a later invoice took everything back", () => {
    const refusal = { code: "nothing-to-credit", invoice: "2026-0007" };
    expect(credit(issued, { positions: [] })).toMatchObject({ refusal });
    const gone = invoices([work(7)], []);
    const first = { number: "2026-0007", kind: "invoice", lines: gone[0] ?? [] } as const;
    expect(credit(gone, { invoice: first })).toMatchObject({ refusal });
  });

  it("for a credit note, and for a correction by itself", () => {
    const refusal = { code: "nothing-to-credit", invoice: "2026-0007" };
    expect(credit(issued, { invoice: { number: "2026-0007", kind: "credit-note", lines } })).toMatchObject({ refusal });
    const corrected = invoices([work(60), correction(-2000n)]);
    expect(credit(corrected, { positions: [2] })).toMatchObject({ refusal });
  });
});
