import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { creditablePositions } from "./creditable-lines.ts";
import type { InvoicedLine } from "./propose-invoice.ts";

function line(window: string, amountCents = 8333n): InvoicedLine {
  return {
    ticketId: "t1",
    reference: "T01",
    month: monthOf("2026-10"),
    kind: "work",
    window,
    sourceId: null,
    windowNames: null,
    vat: { category: "standard", percent: 21 },
    minutes: 50,
    hourlyRateCents: 10_000n,
    amountCents,
  };
}

const lines = [line("office"), line("outside"), line("weekend-holiday")];

describe("the lines of an invoice that can still be credited (CE7)", () => {
  it("are all of them, by position from 1, before any credit", () => {
    expect(creditablePositions(lines, [])).toEqual([1, 2, 3]);
  });

  it("are without those that a credit note took back, be it in part", () => {
    expect(creditablePositions(lines, [line("outside", -1n)])).toEqual([1, 3]);
    expect(creditablePositions(lines, lines)).toEqual([]);
  });
});
