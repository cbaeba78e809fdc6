import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedContract } from "./contract-lifecycle.ts";
import { decideRenewal, isRenewalOpen, renewalOpensOn } from "./renewal.ts";
import { decideSigning } from "./signing.ts";
import { decideTermination, isPossibleEnd } from "./termination.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const year2026: RecordedContract = {
  recorded: "signed",
  period: { startsOn: day("2026-01-01"), endsOn: day("2026-12-31") },
};
const dates = fc.integer({ min: 0, max: 364 }).map((days) => day("2026-01-01").add({ days }));

describe("terminating a contract (K3)", () => {
  const endOf = (today: string, noticeMonths = 0, contract = year2026) => {
    const decided = decideTermination(contract, day(today), { noticeMonths });
    if (!decided.ok) return decided.refusal.code;
    return "period" in decided.value ? decided.value.period.endsOn.toString() : decided.value.recorded;
  };

  it("ends it on the last day of the month, also from the first day and from the last (K3)", () => {
    expect(["2026-02-01", "2026-02-14", "2026-02-28"].map((today) => endOf(today))).toEqual([
      "2026-02-28",
      "2026-02-28",
      "2026-02-28",
    ]);
  });

  it("takes the terms' months of notice, counted from the month and not from the day (K3)", () => {
    expect(endOf("2026-01-31", 1)).toBe("2026-02-28");
    expect(endOf("2026-03-10", 3)).toBe("2026-06-30");
  });

  it("never makes it longer than the year (K4)", () => {
    expect(endOf("2026-12-15", 0)).toBe("2026-12-31");
    expect(endOf("2026-11-15", 3)).toBe("2026-12-31");
  });

  it("before its start takes it back altogether (K1)", () => {
    expect(endOf("2025-12-31")).toBe("withdrawn");
  });

  it("happens once, and to no offer (K3)", () => {
    const terminated = decideTermination(year2026, day("2026-02-14"), { noticeMonths: 0 });
    expect(terminated).toMatchObject({ value: { recorded: "terminated" } });
    const again = terminated.ok && decideTermination(terminated.value, day("2026-02-20"), { noticeMonths: 0 });
    expect(again).toEqual({
      ok: false,
      refusal: { code: "transition-refused", thing: "contract", from: "terminated", action: "terminate", possible: [] },
    });
    const offered: RecordedContract = { recorded: "offered", offer: { termsYear: 2027, currentEndsOn: null } };
    expect(decideTermination(offered, day("2026-11-14"), { noticeMonths: 0 })).toMatchObject({
      refusal: { from: "offered", possible: ["revise", "sign", "withdraw"] },
    });
  });

  it("always gives an end that is possible, whatever the day and the notice (K2)", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 14 }), (today, noticeMonths) => {
        const decided = decideTermination(year2026, today, { noticeMonths });
        const ended = decided.ok && "period" in decided.value ? decided.value.period : null;
        expect(ended !== null && isPossibleEnd(ended.endsOn, ended.startsOn)).toBe(true);
        expect(ended !== null && Temporal.PlainDate.compare(today, ended.endsOn) <= 0).toBe(true);
      }),
    );
  });
});

describe("the end of a contract (K2)", () => {
  const canEnd = (endsOn: string) => isPossibleEnd(day(endsOn), day("2026-03-01"));

  it("is the last day of a month of its year, not before its start, and no other day", () => {
    expect(["2026-03-31", "2026-04-30", "2026-12-31"].map(canEnd)).toEqual([true, true, true]);
    expect(isPossibleEnd(day("2026-03-31"), day("2026-03-31"))).toBe(true);
    expect(["2026-03-30", "2026-04-01", "2026-12-30"].map(canEnd)).toEqual([false, false, false]);
    expect(["2026-02-28", "2027-01-31", "2025-12-31"].map(canEnd)).toEqual([false, false, false]);
  });

  it("is one of twelve days in the year of one that starts in January", () => {
    const ends = Array.from({ length: 365 }, (_, days) => day("2026-01-01").add({ days }));
    expect(ends.filter((endsOn) => isPossibleEnd(endsOn, day("2026-01-01")))).toHaveLength(12);
  });
});

describe("signing a contract (K1)", () => {
  const offered = (termsYear: number, currentEndsOn: Temporal.PlainDate | null = null): RecordedContract => ({
    recorded: "offered",
    offer: { termsYear, currentEndsOn },
  });
  const published = { publishedYears: [2026, 2027] };

  it("gives it the period that follows from the day: from 1 November when signed on 1 October (K1)", () => {
    expect(decideSigning(offered(2026), day("2026-10-01"), published)).toEqual({
      ok: true,
      value: { recorded: "signed", period: { startsOn: day("2026-11-01"), endsOn: day("2026-12-31") } },
    });
  });

  it("needs terms that are published (K5)", () => {
    expect(decideSigning(offered(2028), day("2027-11-20"), published)).toEqual({
      ok: false,
      refusal: { code: "terms-not-published", year: 2028 },
    });
  });

  it("is for what is offered alone (K1)", () => {
    const draft: RecordedContract = { recorded: "draft", offer: { termsYear: 2026, currentEndsOn: null } };
    for (const contract of [draft, year2026, { recorded: "withdrawn" } as const])
      expect(decideSigning(contract, day("2026-10-01"), published)).toMatchObject({
        refusal: { code: "transition-refused", action: "sign" },
      });
  });

  it("is too late when the year has no month left to start in (K4)", () => {
    expect(decideSigning(offered(2026), day("2026-12-01"), published)).toMatchObject({
      refusal: { code: "transition-refused", from: "expired", possible: [] },
    });
    expect(decideSigning(offered(2026, day("2026-12-31")), day("2026-05-01"), published)).toMatchObject({
      refusal: { from: "expired" },
    });
  });
});

describe("renewing a contract (K5)", () => {
  const terms = { renewalFromMonth: 11 };

  it("can be from 1 November for the year to come, after this one", () => {
    expect(decideRenewal(year2026, day("2026-11-01"), terms)).toEqual({
      ok: true,
      value: { termsYear: 2027, currentEndsOn: day("2026-12-31") },
    });
    expect(decideRenewal(year2026, day("2026-10-31"), terms)).toEqual({
      ok: false,
      refusal: { code: "renewal-too-early", from: "2026-11-01" },
    });
  });

  it("opens in the month that the terms say", () => {
    expect(renewalOpensOn(2026, { renewalFromMonth: 9 }).toString()).toBe("2026-09-01");
    const looksBack = (on: string) => isRenewalOpen(2026, day(on), { renewalFromMonth: 9 });
    expect([looksBack("2026-08-31"), looksBack("2026-09-01"), looksBack("2027-03-01")]).toEqual([false, true, true]);
    expect(decideRenewal(year2026, day("2026-10-31"), { renewalFromMonth: 9 })).toMatchObject({ ok: true });
  });

  it("is signed like any other: for the whole next year, or later for what is left of it", () => {
    const startOf = (today: string) => {
      const renewal = decideRenewal(year2026, day("2026-11-20"), terms);
      if (!renewal.ok) return renewal.refusal.code;
      const offered: RecordedContract = { recorded: "offered", offer: renewal.value };
      const signed = decideSigning(offered, day(today), { publishedYears: [2027] });
      return signed.ok && "period" in signed.value ? signed.value.period.startsOn.toString() : null;
    };
    expect(["2026-11-25", "2026-12-31"].map(startOf)).toEqual(["2027-01-01", "2027-01-01"]);
    expect(startOf("2027-01-05")).toBe("2027-02-01");
  });

  it("is not for a contract that is terminated or over, nor a second year ahead", () => {
    const terminated = { ...year2026, recorded: "terminated" } as const;
    expect(decideRenewal(terminated, day("2026-11-01"), terms)).toMatchObject({ refusal: { from: "terminated" } });
    expect(decideRenewal(year2026, day("2027-01-01"), terms)).toMatchObject({ refusal: { from: "expired" } });
    const next: RecordedContract = {
      recorded: "signed",
      period: { startsOn: day("2027-01-01"), endsOn: day("2027-12-31") },
    };
    expect(decideRenewal(next, day("2026-11-25"), terms)).toMatchObject({
      refusal: { code: "renewal-too-early", from: "2027-11-01" },
    });
  });
});
