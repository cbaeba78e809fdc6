import { describe, expect, it } from "vitest";
import { decideOutsideHours } from "./outside-hours.ts";

const now = Temporal.Instant.from("2026-10-05T09:00Z");
const earlier = Temporal.Instant.from("2026-10-01T09:00Z");

describe("agreeing to work outside office hours (M5)", () => {
  it("counts from the moment it was given", () => {
    expect(decideOutsideHours({ outcome: null, outsideHoursAgreedAt: null }, now)).toEqual({
      ok: true,
      value: { agreedAt: now, isNew: true },
    });
  });

  it("keeps the first moment when it is given again", () => {
    expect(decideOutsideHours({ outcome: null, outsideHoursAgreedAt: earlier }, now)).toEqual({
      ok: true,
      value: { agreedAt: earlier, isNew: false },
    });
  });

  it("refuses a closed ticket", () => {
    expect(decideOutsideHours({ outcome: "solved", outsideHoursAgreedAt: null }, now)).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });
});
