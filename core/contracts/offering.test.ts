import { describe, expect, it } from "vitest";
import type { RecordedContract } from "./contract-lifecycle.ts";
import { decideOffer, type ToOffer } from "./offering.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const terms = { renewalFromMonth: 11 };
const year2026: RecordedContract = {
  recorded: "signed",
  period: { startsOn: day("2026-01-01"), endsOn: day("2026-12-31") },
};

describe("offering a contract (K1, K5)", () => {
  const offer = (today: string, asked: Partial<ToOffer> = {}) => {
    const known: ToOffer = { termsYear: 2026, publishedYears: [2026, 2027], latest: null, isOffered: false, ...asked };
    const decided = decideOffer(known, day(today));
    return decided.ok ? decided.value : decided.refusal;
  };

  it("is for what could be signed that day: to who has none, for what is left of the year", () => {
    expect(offer("2026-10-01")).toEqual({ termsYear: 2026, currentEndsOn: null });
    expect(offer("2026-12-01")).toMatchObject({ code: "transition-refused", from: "expired", action: "sign" });
    expect(offer("2026-10-01", { termsYear: 2028 })).toEqual({ code: "terms-not-published", year: 2028 });
  });

  it("is done once for a year", () => {
    expect(offer("2026-10-01", { isOffered: true })).toMatchObject({
      code: "transition-refused",
      from: "offered",
      possible: ["revise", "sign", "withdraw"],
    });
  });

  it("renews a running contract for the next year alone, from the month its terms say (K5)", () => {
    const latest = { contract: year2026, terms };
    expect(offer("2026-11-01", { termsYear: 2027, latest })).toEqual({
      termsYear: 2027,
      currentEndsOn: day("2026-12-31"),
    });
    expect(offer("2026-10-31", { termsYear: 2027, latest })).toEqual({ code: "renewal-too-early", from: "2026-11-01" });
    expect(offer("2026-11-01", { termsYear: 2028, latest, publishedYears: [2028] })).toEqual({
      code: "invalid-input",
      fields: { termsYear: "not-an-option" },
    });
    expect(offer("2026-11-01", { latest })).toMatchObject({ code: "transition-refused", from: "expired" });
  });

  it("renews a contract that was signed and is yet to begin as one that runs (K5)", () => {
    const contract: RecordedContract = {
      recorded: "signed",
      period: { startsOn: day("2026-11-01"), endsOn: day("2026-12-31") },
    };
    const latest = { contract, terms };
    expect(offer("2026-10-20", { termsYear: 2027, latest })).toEqual({ code: "renewal-too-early", from: "2026-11-01" });
  });

  it("is open again at once to who terminated, from the day after the end (K1)", () => {
    const contract: RecordedContract = {
      recorded: "terminated",
      period: { startsOn: day("2026-01-01"), endsOn: day("2026-09-30") },
    };
    expect(offer("2026-09-20", { latest: { contract, terms } })).toEqual({
      termsYear: 2026,
      currentEndsOn: day("2026-09-30"),
    });
    expect(offer("2026-09-20", { termsYear: 2027, latest: { contract, terms } })).toMatchObject({ termsYear: 2027 });
  });
});
