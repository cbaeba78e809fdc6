import { describe, expect, it } from "vitest";
import { chargeMonth } from "../charges/charge-month.ts";
import { exampleTicket, monthOfWork } from "../charges/testing/charge-examples.ts";
import { monthOf } from "../values/month.ts";
import { totalsByMonth } from "./sums.ts";
import { costByTicket } from "./year-costs.ts";

describe("the sums of a year (K5)", () => {
  const vat = { category: "standard", percent: 21 } as const;
  const of = (month: string, amountCents: bigint) => ({ month: monthOf(month), vat, amountCents });

  it("are those of each month, earliest first, in whichever order its charges come", () => {
    const totals = totalsByMonth([of("2026-10", 100n), of("2026-02", 200n), of("2026-11", 300n), of("2026-10", 50n)]);
    expect([...totals].map(([month, { subtotalCents }]) => `${month} ${subtotalCents}`)).toEqual([
      "2026-02 200",
      "2026-10 150",
      "2026-11 300",
    ]);
  });

  it("are those of each ticket, the dearest first, then by reference", () => {
    const tickets = [
      exampleTicket({ id: "b", reference: "T02" }),
      exampleTicket({ id: "c", reference: "T03", startFeeMinutes: 30 }),
      exampleTicket({ id: "a", reference: "T01" }),
    ];
    const costs = costByTicket(chargeMonth(monthOfWork("2026-10", { tickets })).toReversed());
    expect(costs.map(({ reference, amountCents }) => `${reference} ${amountCents}`)).toEqual([
      "T03 5000",
      "T01 2500",
      "T02 2500",
    ]);
  });
});
