import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { decideOwnHoliday, type HolidayFacts } from "./own-holiday.ts";

const facts: HolidayFacts = {
  invoicedMonths: [monthOf("2026-09"), monthOf("2026-10")],
  ownHolidays: [Temporal.PlainDate.from("2026-12-24"), Temporal.PlainDate.from("2026-10-30")],
  liberationDay: "lustrum",
};

const decided = (kind: "add" | "remove", on: string, known: HolidayFacts = facts) => {
  const result = decideOwnHoliday({ kind, on: Temporal.PlainDate.from(on) }, known);
  return result.ok ? "accepted" : result.refusal;
};

describe("a day of the provider's own (CE2)", () => {
  it("is added in a month that nobody was invoiced for, past or to come", () => {
    expect(decided("add", "2026-12-31")).toBe("accepted");
    expect(decided("add", "2026-08-03")).toBe("accepted");
  });

  it("is refused in a month that stands on anybody's invoice, on its first day and on its last", () => {
    const refusal = { code: "month-invoiced", month: "2026-10" };
    expect(["2026-10-01", "2026-10-31"].map((on) => decided("add", on))).toEqual([refusal, refusal]);
    expect(decided("add", "2026-11-01")).toBe("accepted");
  });

  it("is taken off again, but not from a month that was invoiced with it", () => {
    expect(decided("remove", "2026-12-24")).toBe("accepted");
    expect(decided("remove", "2026-10-30")).toEqual({ code: "month-invoiced", month: "2026-10" });
  });

  it("is refused twice, and where a public holiday is already", () => {
    expect(decided("add", "2026-12-24")).toEqual({ code: "already-a-holiday", on: "2026-12-24" });
    expect(decided("add", "2026-12-25")).toEqual({ code: "already-a-holiday", on: "2026-12-25" });
  });

  it("may be 5 May in a year in which the terms do not make that a holiday", () => {
    expect(decided("add", "2026-05-05")).toBe("accepted");
    expect(decided("add", "2030-05-05")).toEqual({ code: "already-a-holiday", on: "2030-05-05" });
    expect(decided("add", "2030-05-05", { ...facts, liberationDay: "never" })).toBe("accepted");
  });

  it("cannot be taken off where there is none, and a public holiday is not the provider's to take", () => {
    expect(decided("remove", "2026-12-23")).toEqual({ code: "not-found" });
    expect(decided("remove", "2026-12-25")).toEqual({ code: "not-found" });
  });

  it("lies in the years of the calendar, 2000-2099", () => {
    const outside = { code: "invalid-input", fields: { on: "out-of-range" } };
    expect(decided("add", "1999-12-31")).toEqual(outside);
    expect(decided("add", "2100-01-01")).toEqual(outside);
    expect(decided("add", "2000-01-03")).toBe("accepted");
    expect(decided("add", "2099-12-31")).toBe("accepted");
  });
});
