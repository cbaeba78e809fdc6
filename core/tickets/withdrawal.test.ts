import { describe, expect, it } from "vitest";
import { decideWithdrawal } from "./withdrawal.ts";

const now = Temporal.Instant.from("2026-10-05T09:00Z");

describe("withdrawing a ticket", () => {
  it("closes an open one as withdrawn, at that moment", () => {
    expect(decideWithdrawal({ outcome: null }, now)).toEqual({
      ok: true,
      value: { status: "closed", outcome: "withdrawn", closedAt: now },
    });
  });

  it("refuses one that is closed already", () => {
    expect(decideWithdrawal({ outcome: "solved" }, now)).toEqual({ ok: false, refusal: { code: "ticket-closed" } });
  });
});
