import { describe, expect, it } from "vitest";
import { decideRecording } from "./recording.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const facts = { today: day("2026-12-01"), publishedYears: [2026, 2027], currentEndsOn: null };

describe("a contract that was signed on paper (K1-K4)", () => {
  const record = (
    signedOn: string,
    termsYear = 2026,
    changes: Partial<typeof facts | { currentEndsOn: Temporal.PlainDate }> = {},
  ) => {
    const decided = decideRecording({ signedOn: day(signedOn), termsYear }, { ...facts, ...changes });
    if (decided.ok) return `${decided.value.startsOn.toString()} ${decided.value.endsOn.toString()}`;
    return "fields" in decided.refusal ? decided.refusal.fields : decided.refusal.code;
  };

  it("starts the month after its signature, and ends with its year", () => {
    expect(record("2026-03-14")).toBe("2026-04-01 2026-12-31");
    expect(record("2026-11-30")).toBe("2026-12-01 2026-12-31");
    expect(record("2026-11-30", 2027)).toBe("2027-01-01 2027-12-31");
    expect(record("2025-01-01")).toBe("2026-01-01 2026-12-31");
  });

  it("starts after the contract before it", () => {
    expect(record("2026-03-14", 2026, { currentEndsOn: day("2026-06-30") })).toBe("2026-07-01 2026-12-31");
    expect(record("2026-03-14", 2026, { currentEndsOn: day("2026-12-31") })).toEqual({ signedOn: "no-month-left" });
  });

  it("was not signed tomorrow, or for a year that is over or has no terms or no month left", () => {
    expect(record("2026-12-02")).toEqual({ signedOn: "in-future" });
    expect(record("2026-12-01")).toEqual({ signedOn: "no-month-left" });
    expect(record("2024-12-31")).toEqual({ signedOn: "too-early" });
    expect(record("2025-01-01", 2025)).toEqual({ termsYear: "not-an-option" });
    expect(record("2026-03-14", 2027, { publishedYears: [2026] })).toBe("terms-not-published");
  });
});
