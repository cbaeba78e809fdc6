import { describe, expect, it } from "vitest";

describe("dates and times in tests", () => {
  it.each([
    [Temporal.PlainDate.from("2026-03-02"), Temporal.PlainDate.from("2026-03-03")],
    [Temporal.Instant.from("2026-03-02T09:00Z"), Temporal.Instant.from("2026-03-02T09:01Z")],
    [Temporal.PlainYearMonth.from("2026-03"), Temporal.PlainYearMonth.from("2026-04")],
    [Temporal.Duration.from("PT1H"), Temporal.Duration.from("PT2H")],
    [Temporal.PlainDate.from("2026-03-02"), Temporal.PlainDateTime.from("2026-03-02")],
    [Temporal.PlainDate.from("2026-03-02"), "2026-03-02"],
  ])("are equal to themselves and to no other: %s and %s", (one, other) => {
    expect({ at: one }).toMatchObject({ at: one });
    expect({ at: one }).not.toMatchObject({ at: other });
    expect({ at: other }).not.toMatchObject({ at: one });
    expect([{ at: one }]).not.toEqual([expect.objectContaining({ at: other })]);
  });
});
