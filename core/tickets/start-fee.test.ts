import { describe, expect, it } from "vitest";
import { decideWaive } from "./start-fee.ts";

const now = Temporal.Instant.from("2026-11-23T12:00Z");
const ticket = { startFeeMinutes: 15, startFeeWaivedAt: null };

describe("waiving a start fee (T1)", () => {
  it("is goodwill, from now on, with a reason", () => {
    expect(decideWaive(ticket, "Onze eigen storing", now)).toEqual({ ok: true, value: { at: now } });
    expect(decideWaive(ticket, "  ", now)).toEqual({ ok: false, refusal: { code: "reason-needed" } });
  });

  it("happens once", () => {
    expect(decideWaive({ ...ticket, startFeeWaivedAt: now }, "Nog een keer", now)).toEqual({
      ok: false,
      refusal: { code: "start-fee-waived" },
    });
  });

  it("has nothing to waive under terms without a start fee", () => {
    expect(decideWaive({ ...ticket, startFeeMinutes: 0 }, "Onze eigen storing", now)).toEqual({
      ok: false,
      refusal: { code: "no-start-fee" },
    });
  });
});
