import { describe, expect, it } from "vitest";
import { decideOutsideHours } from "./outside-hours.ts";

const now = Temporal.Instant.from("2026-10-05T09:00Z");
const earlier = Temporal.Instant.from("2026-10-01T09:00Z");

describe("agreeing to work outside office hours (M5)", () => {
  it("counts from the moment it was given", () => {
    expect(decideOutsideHours({ status: "open", outsideHoursAgreedAt: null }, now)).toEqual({
      ok: true,
      value: { agreedAt: now, isNew: true },
    });
  });

  it("keeps the first moment when it is given again", () => {
    expect(decideOutsideHours({ status: "open", outsideHoursAgreedAt: earlier }, now)).toEqual({
      ok: true,
      value: { agreedAt: earlier, isNew: false },
    });
  });

  it("refuses a closed ticket", () => {
    expect(decideOutsideHours({ status: "closed", outsideHoursAgreedAt: null }, now)).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });
});
