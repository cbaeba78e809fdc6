import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { correctionsLeftOver } from "./corrections-left-over.ts";
import { type InvoicedLine, sumByKey } from "./propose-invoice.ts";

function line(amountCents: bigint, changes: Partial<InvoicedLine> = {}): InvoicedLine {
  return {
    ticketId: "t1",
    reference: "T01",
    month: monthOf("2026-10"),
    kind: "work",
    window: "office",
    sourceId: null,
    windowNames: null,
    vat: { category: "standard", percent: 21 },
    minutes: 60,
    hourlyRateCents: 10_000n,
    amountCents,
    ...changes,
  };
}

const correction = (sourceId: string, amountCents: bigint, ticketId = "t1") =>
  line(amountCents, { kind: "correction", window: null, sourceId, minutes: 0, ticketId });

const leftOver = (parts: readonly InvoicedLine[], invoiced: readonly InvoicedLine[]) =>
  correctionsLeftOver(parts, sumByKey(invoiced)).map(
    ({ sourceId, minutes, amountCents }) => `${sourceId} ${minutes} ${amountCents}`,
  );

describe("the corrections that have nothing left to take off (CE7)", () => {
  const work = line(10_000n);

  it("are none as long as the costs reach as far as they do", () => {
    const costs = line(3000n, { window: "outside" });
    expect(leftOver([work], [work, costs, correction("c1", -3000n)])).toEqual([]);
    expect(leftOver([work], [work, costs, correction("c1", -2000n)])).toEqual([]);
  });

  it("are the last made, as far as they go beyond, and no minutes", () => {
    const invoiced = [work, correction("c1", -2000n), correction("c2", -3000n)];
    expect(leftOver([work], invoiced)).toEqual(["c2 0 -3000", "c1 0 -2000"]);
    const costs = line(2000n, { window: "outside" });
    expect(leftOver([work], [...invoiced, costs])).toEqual(["c2 0 -3000"]);
    expect(leftOver([work], [...invoiced, line(1500n, { window: "outside" })])).toEqual(["c2 0 -3000", "c1 0 -500"]);
  });

  it("are no lines of another kind below nothing, and no corrections of nothing", () => {
    const back = line(-500n, { kind: "cost", window: null, sourceId: "x1" });
    expect(leftOver([work], [work, back, correction("c1", -400n)])).toEqual(["c1 0 -400"]);
    expect(leftOver([work], [work, back, correction("c1", 0n)])).toEqual([]);
  });

  it("are those of the ticket alone of which something is forgiven", () => {
    expect(leftOver([work], [work, correction("c1", -400n, "t2")])).toEqual([]);
  });
});
