import { describe, expect, it } from "vitest";
import { addendumOn, type AddendumTerms, checkAddendumTerms, decideAddendum } from "./addendum.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (startsOn: string, endsOn = "2026-12-31") => ({ startsOn: day(startsOn), endsOn: day(endsOn) });

const terms: AddendumTerms = {
  visitHourlyRate: 11_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "per-kilometre", centsPerKilometre: 42n },
};

describe("offering an addendum (A3)", () => {
  const fieldsOf = (changes: Partial<AddendumTerms>) => {
    const checked = checkAddendumTerms({ ...terms, ...changes });
    return checked.ok || checked.refusal.code !== "invalid-input" ? null : checked.refusal.fields;
  };

  it("takes a rate above zero, a minimum of at most a day and travel that may be free", () => {
    expect(fieldsOf({})).toBeNull();
    expect(fieldsOf({ minimumVisitMinutes: 0, travel: { kind: "fixed", centsPerVisit: 0n } })).toBeNull();
    expect(fieldsOf({ minimumVisitMinutes: 1440 })).toBeNull();
    for (const visitHourlyRate of [1n, 100_000_000n]) expect(fieldsOf({ visitHourlyRate })).toBeNull();
    expect(fieldsOf({ travel: { kind: "fixed", centsPerVisit: 1_000_000n } })).toBeNull();
    expect(fieldsOf({ travel: { kind: "per-kilometre", centsPerKilometre: 10_000n } })).toBeNull();
  });

  it("refuses other numbers, each by its name", () => {
    expect(fieldsOf({ visitHourlyRate: 0n })).toEqual({ visitHourlyRate: "out-of-range" });
    expect(fieldsOf({ visitHourlyRate: 100_000_001n })).toEqual({ visitHourlyRate: "out-of-range" });
    expect(fieldsOf({ minimumVisitMinutes: 1441 })).toEqual({ minimumVisitMinutes: "out-of-range" });
    expect(fieldsOf({ minimumVisitMinutes: -1 })).toEqual({ minimumVisitMinutes: "out-of-range" });
    expect(fieldsOf({ minimumVisitMinutes: 1.5 })).toEqual({ minimumVisitMinutes: "not-whole" });
    expect(fieldsOf({ travel: { kind: "per-kilometre", centsPerKilometre: -1n } })).toEqual({
      travelCents: "out-of-range",
    });
    expect(fieldsOf({ travel: { kind: "per-kilometre", centsPerKilometre: 10_001n } })).toEqual({
      travelCents: "out-of-range",
    });
    expect(fieldsOf({ travel: { kind: "fixed", centsPerVisit: 1_000_001n } })).toEqual({
      travelCents: "out-of-range",
    });
  });
});

describe("signing an addendum (A3)", () => {
  const contract = period("2026-03-01");

  it("holds from the day of signing through the contract's last day", () => {
    expect(decideAddendum({ recorded: "offered" }, contract, day("2026-10-05"))).toEqual({
      ok: true,
      value: period("2026-10-05"),
    });
    expect(decideAddendum({ recorded: "offered" }, contract, day("2026-12-31"))).toEqual({
      ok: true,
      value: period("2026-12-31"),
    });
  });

  it("waits for the start of a contract that is yet to begin", () => {
    expect(decideAddendum({ recorded: "offered" }, contract, day("2026-02-10"))).toEqual({ ok: true, value: contract });
  });

  it("refuses one whose contract is over, also where it ended early", () => {
    const refusal = { code: "no-contract", on: "2026-10-01" };
    const ended = period("2026-03-01", "2026-09-30");
    expect(decideAddendum({ recorded: "offered" }, ended, day("2026-10-01"))).toEqual({ ok: false, refusal });
    expect(decideAddendum({ recorded: "offered" }, ended, day("2026-09-30"))).toMatchObject({ ok: true });
  });

  it("refuses one that was signed or withdrawn meanwhile", () => {
    for (const addendum of [{ recorded: "signed", period: contract }, { recorded: "withdrawn" }] as const)
      expect(decideAddendum(addendum, contract, day("2026-10-05"))).toEqual({
        ok: false,
        refusal: { code: "changed-meanwhile" },
      });
  });
});

describe("the addendum of a date (A3)", () => {
  const contract = period("2026-01-01");
  const first = { id: "a", period: period("2026-03-02"), contract };
  const second = { id: "b", period: period("2026-10-05"), contract };

  it("is the one in force, its first and last day included, and none outside", () => {
    expect(addendumOn([first], day("2026-03-01"))).toBeNull();
    expect(addendumOn([first], day("2026-03-02"))).toBe(first);
    expect(addendumOn([first], day("2026-12-31"))).toBe(first);
    expect(addendumOn([first], day("2027-01-01"))).toBeNull();
    expect(addendumOn([], day("2026-03-02"))).toBeNull();
  });

  it("is the later one from its first day on", () => {
    expect(addendumOn([second, first], day("2026-10-04"))).toBe(first);
    expect(addendumOn([second, first], day("2026-10-05"))).toBe(second);
    const sameDay = { ...second, id: "c" };
    expect(addendumOn([sameDay, second], day("2026-10-05"))).toBe(sameDay);
  });

  it("ends with its contract, when that is terminated (K3)", () => {
    const terminated = { ...first, contract: period("2026-01-01", "2026-06-30") };
    expect(addendumOn([terminated], day("2026-06-30"))).toBe(terminated);
    expect(addendumOn([terminated], day("2026-07-01"))).toBeNull();
  });
});
