import { describe, expect, it } from "vitest";
import { coveredPeriod, isCovered } from "./covered-period.ts";

const covers = (start: string, end: string) =>
  isCovered({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) });

describe("the time that the calendar covers (CE2, CE3)", () => {
  it("is 2000-2099 by the provider's clock", () => {
    expect(`${coveredPeriod.start.toString()} ${coveredPeriod.end.toString()}`).toBe(
      "1999-12-31T23:00:00Z 2099-12-31T23:00:00Z",
    );
  });

  it("has work begin with it and end with it, and neither a minute earlier nor a minute later", () => {
    expect(covers("2000-01-01T00:00+01:00", "2000-01-01T00:01+01:00")).toBe(true);
    expect(covers("1999-12-31T23:59+01:00", "2000-01-01T00:01+01:00")).toBe(false);
    expect(covers("2099-12-31T23:59+01:00", "2100-01-01T00:00+01:00")).toBe(true);
    expect(covers("2099-12-31T23:59+01:00", "2100-01-01T00:01+01:00")).toBe(false);
    expect(covers("2100-01-01T00:00+01:00", "2100-01-01T00:00+01:00")).toBe(false);
  });
});
