import { describe, expect, it } from "vitest";
import { contractPeriod } from "./period.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (signedOn: string, termsYear: number, currentEndsOn: string | null = null) => {
  const found = contractPeriod({
    signedOn: day(signedOn),
    termsYear,
    currentEndsOn: currentEndsOn === null ? null : day(currentEndsOn),
  });
  return found === null ? null : `${found.startsOn.toString()}/${found.endsOn.toString()}`;
};

describe("the period of a contract", () => {
  it("starts on the first day of the month after signing, also when signed on a first day (K1)", () => {
    expect(period("2026-10-01", 2026)).toBe("2026-11-01/2026-12-31");
    expect(period("2026-09-30", 2026)).toBe("2026-10-01/2026-12-31");
  });
  it("starts with the terms' year when signed for the year to come (K1, K5)", () => {
    expect(period("2026-11-15", 2027)).toBe("2027-01-01/2027-12-31");
  });
  it("follows the current contract", () => {
    expect(period("2026-03-10", 2026, "2026-05-31")).toBe("2026-06-01/2026-12-31");
  });
  it("always ends with the calendar year (K4) and does not exist past it", () => {
    expect(period("2026-12-05", 2026)).toBeNull();
    expect(period("2025-12-05", 2026)).toBe("2026-01-01/2026-12-31");
  });
});
