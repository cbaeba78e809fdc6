import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import { monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import type { ChargedExpense, ChargedVisit, MonthToCharge } from "./charged-work.ts";

const byKilometre = { kind: "per-kilometre", centsPerKilometre: 45n } as const;
const addendum = { id: "a1", terms: { visitHourlyRate: 11_000n, minimumVisitMinutes: 60, travel: byKilometre } };

function visit(start: string, end: string, changes: Partial<ChargedVisit> = {}): ChargedVisit {
  const times = { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) };
  return { id: start, ticketId: "t1", addendum, kilometres: 32, ...times, ...changes };
}

function expense(amountCents: bigint, changes: Partial<ChargedExpense> = {}): ChargedExpense {
  const on = Temporal.PlainDate.from("2026-10-05");
  return {
    id: "x1",
    ticketId: "t1",
    addendumId: "a1",
    on,
    description: "parking",
    amountCents,
    vat: "standard",
    ...changes,
  };
}

const charged = (work: Partial<MonthToCharge>, month = "2026-10") =>
  chargeMonth({ ...monthOfWork(month), ...work })
    .filter(({ kind }) => kind !== "start-fee")
    .map(
      ({ kind, vat, minutes, amountCents }) => `${kind} ${vat.category} ${vat.percent}: ${minutes} min ${amountCents}`,
    );

describe("work on site under an addendum (A3)", () => {
  it("is charged at the addendum's rate whenever it was, each visit for its minimum at least", () => {
    // 25 min count as 60, a Saturday's 75 as 75: 135 min x 110.00 / 60 = 247.50. Travel 2 x 32 km x 0.45 = 28.80.
    const visits = [
      visit("2026-10-05T10:00+02:00", "2026-10-05T10:25+02:00"),
      visit("2026-10-10T20:00+02:00", "2026-10-10T21:15+02:00"),
    ];
    expect(charged({ visits })).toEqual(["visit standard 21: 135 min 24750", "travel standard 21: 0 min 2880"]);
  });

  it("is travelled to at a price for each visit where the addendum says so", () => {
    const fixed = { id: "a1", terms: { ...addendum.terms, travel: { kind: "fixed", centsPerVisit: 3500n } as const } };
    const visits = [visit("2026-10-05T10:00+02:00", "2026-10-05T11:00+02:00", { addendum: fixed })];
    expect(charged({ visits })).toEqual(["visit standard 21: 60 min 11000", "travel standard 21: 0 min 3500"]);
  });

  it("is listed by addendum, its visits by their beginning and its costs by their day", () => {
    const later = { ...addendum, id: "a2" };
    const visits = [
      visit("2026-10-06T10:00+02:00", "2026-10-06T11:00+02:00", { id: "v1", addendum: later }),
      visit("2026-10-05T10:00+02:00", "2026-10-05T11:00+02:00", { id: "v3" }),
      visit("2026-10-05T10:00+02:00", "2026-10-05T11:00+02:00", { id: "v2" }),
    ];
    const expenses = [
      expense(100n, { id: "x3", addendumId: "a2" }),
      expense(100n, { id: "x2" }),
      expense(100n, { id: "x1" }),
      expense(100n, { id: "x4", on: Temporal.PlainDate.from("2026-10-01") }),
    ];
    const told = (work: Partial<MonthToCharge>) =>
      chargeMonth({ ...monthOfWork("2026-10"), ...work }).flatMap(({ sourceId, reasons }) =>
        reasons.flatMap((reason) => {
          if (reason.kind === "visits") return [`${sourceId}: ${reason.visits.map((one) => one.visitId).join(" ")}`];
          if (reason.kind === "costs") return [`${sourceId}: ${reason.expenses.map((one) => one.expenseId).join(" ")}`];
          return [];
        }),
      );
    const inOrder = ["a1: v2 v3", "a2: v1", "a1: x4 x1 x2", "a2: x3"];
    expect(told({ visits, expenses })).toEqual(inOrder);
    expect(told({ visits: visits.toReversed(), expenses: expenses.toReversed() })).toEqual(inOrder);
  });

  it("belongs to the month in which the visit begins", () => {
    const visits = [visit("2026-10-31T23:30+01:00", "2026-11-01T00:45+01:00")];
    expect(charged({ visits })).toEqual(["visit standard 21: 75 min 13750", "travel standard 21: 0 min 1440"]);
    expect(charged({ visits }, "2026-11")).toEqual([]);
    const first = [visit("2026-10-01T00:00+02:00", "2026-10-01T01:00+02:00")];
    expect([charged({ visits: first }, "2026-09"), charged({ visits: first })].map((lines) => lines.length)).toEqual([
      0, 2,
    ]);
  });

  it("has a line of costs for each VAT rate, in one order however they were written down (CE5)", () => {
    const expenses = [
      expense(1250n),
      expense(800n, { id: "x2", vat: "reduced" }),
      expense(400n, { id: "x3", vat: "zero" }),
      expense(50n, { id: "x4" }),
    ];
    const lines = ["cost standard 21: 0 min 1300", "cost reduced 9: 0 min 800", "cost zero 0: 0 min 400"];
    expect(charged({ expenses })).toEqual(lines);
    expect(charged({ expenses: expenses.toReversed() })).toEqual(lines);
    const { rules } = monthOfWork("2026-10", { terms: { ...defaultTerms(2026), vatPercent: 0, reducedVatPercent: 0 } });
    expect(charged({ rules, expenses: expenses.toReversed() }).map((line) => line.split(" ")[1])).toEqual([
      "standard",
      "reduced",
      "zero",
    ]);
  });

  it("carries no Dutch VAT for a business elsewhere in the EU, whatever the cost has by itself (CE5)", () => {
    const expenses = [expense(1250n), expense(800n, { id: "x2", vat: "reduced" })];
    expect(charged({ expenses, vatPosition: "eu-business" })).toEqual(["cost reverse-charge 0: 0 min 2050"]);
  });
});
