import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { correctionCharges } from "./corrections.ts";
import { expenseCharges, visitCharges } from "./on-site.ts";
import { fixedPriceCharges } from "./quotes.ts";
import { exampleTicket, monthOfWork } from "./testing/charge-examples.ts";

const ticketId = "another";
const on = Temporal.PlainDate.from("2026-10-05");
const terms = {
  visitHourlyRate: 11_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "fixed", centsPerVisit: 100n },
} as const;
const at = (time: string) => Temporal.Instant.from(`2026-10-05T${time}Z`);

/** A month that holds one of each, all of another ticket. */
const work = monthOfWork("2026-10", {
  authorisations: [
    { id: "q1", ticketId, validUntil: on, heldRules: null, fixedPrice: { amountCents: 5000n, deliveredOn: on } },
  ],
  visits: [{ id: "v1", ticketId, addendum: { id: "a1", terms }, start: at("10:00"), end: at("11:00"), kilometres: 0 }],
  expenses: [{ id: "x1", ticketId, addendumId: "a1", on, description: "parking", amountCents: 450n, vat: "standard" }],
  corrections: [
    { id: "c1", ticketId, month: monthOf("2026-10"), amountCents: 100n, vat: "standard", reason: "it took too long" },
  ],
});

describe("what a ticket is charged besides work by the clock (T3, A3, CE7)", () => {
  const of = (id: string) => {
    const ticket = exampleTicket({ id });
    const charges = [
      ...fixedPriceCharges(ticket, work),
      ...visitCharges(ticket, work, work.rules.calendar.periodOf(work.month)),
      ...expenseCharges(ticket, work),
    ];
    return [...charges, ...correctionCharges(ticket, charges, work)].map(({ kind }) => kind);
  };

  it("is its own quotes, visits, travel, costs and corrections", () => {
    expect(of(ticketId)).toEqual(["quote", "visit", "travel", "cost", "correction"]);
  });

  it("is nothing of another ticket's", () => {
    expect(of("t1")).toEqual([]);
    const charges = fixedPriceCharges(exampleTicket({ id: ticketId }), work);
    expect(correctionCharges(exampleTicket({ id: "t1" }), charges, work)).toEqual([]);
  });
});
