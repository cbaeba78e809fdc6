import { describe, expect, it } from "vitest";
import { decidePublishing, type PublishingFacts } from "./publishing.ts";

const today = Temporal.PlainDate.from("2026-11-05");
const decide = (
  year: number,
  { timeZone = "Europe/Amsterdam", ...facts }: Partial<Omit<PublishingFacts, "today">> & { timeZone?: string } = {},
) => {
  const decided = decidePublishing(
    { year, timeZone },
    { today, publishedYears: [2026], hasContracts: false, ...facts },
  );
  return decided.ok ? "ok" : decided.refusal.code;
};

describe("publishing the terms of a year (K5)", () => {
  it("is for a year to come, also when contracts run now", () => {
    expect(decide(2027)).toBe("ok");
    expect(decide(2028, { hasContracts: true })).toBe("ok");
  });

  it("is refused when they go by another clock than the provider's, even one that tells the same time (M4)", () => {
    for (const timeZone of ["America/New_York", "UTC", "Europe/Brussels", "europe/amsterdam"])
      expect(decide(2027, { timeZone })).toBe("terms-other-time-zone");
  });

  it("happens once", () => {
    expect(decide(2026)).toBe("terms-already-published");
    expect(decide(2027, { publishedYears: [2026, 2027] })).toBe("terms-already-published");
  });

  it("is refused for a year that is over or runs when there are contracts for it, and not on a new installation", () => {
    for (const year of [2025, 2026]) {
      expect(decide(year, { publishedYears: [], hasContracts: true })).toBe("terms-year-begun");
      expect(decide(year, { publishedYears: [] })).toBe("ok");
    }
  });
});
