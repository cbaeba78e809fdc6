import { describe, expect, it } from "vitest";
import { isWaiting, waitings } from "./turn.ts";
import { decideWaiting, isPaused } from "./waiting.ts";

const then = Temporal.Instant.from("2026-11-20T09:00:00Z");
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const open = { outcome: null, waitsFor: "provider", waitingSince: then } as const;

describe("who an open ticket waits for", () => {
  it("is the customer when asked for information, which pauses it (D1)", () => {
    expect(decideWaiting(open, { waitsFor: "customer" }, now)).toEqual({
      ok: true,
      value: { waitsFor: "customer", waitingSince: now, isPaused: true, caseNumber: null },
    });
  });

  it("is Microsoft only with its number of the case (S2)", () => {
    expect(decideWaiting(open, { waitsFor: "microsoft", caseNumber: " 2611230040001234 " }, now)).toMatchObject({
      value: { waitsFor: "microsoft", isPaused: true, caseNumber: "2611230040001234" },
    });
    expect(decideWaiting(open, { waitsFor: "microsoft", caseNumber: " " }, now)).toEqual({
      ok: false,
      refusal: { code: "case-number-needed" },
    });
  });

  it("is an authorisation once, until it is decided on (T3)", () => {
    expect(decideWaiting(open, { waitsFor: "authorisation" }, now)).toMatchObject({ value: { isPaused: true } });
    expect(decideWaiting({ ...open, waitsFor: "authorisation" }, { waitsFor: "authorisation" }, now)).toEqual({
      ok: false,
      refusal: { code: "authorisation-open" },
    });
  });

  it("is the provider, who has planned it or can go on, without a pause (B2)", () => {
    expect(decideWaiting(open, { waitsFor: "planning" }, now)).toMatchObject({
      value: { waitsFor: "planning", waitingSince: now, isPaused: false },
    });
    expect(waitings.filter(isPaused)).toEqual(["customer", "authorisation", "microsoft"]);
  });

  it("keeps waiting since it began to, when nobody else gets the turn (D1)", () => {
    expect(decideWaiting(open, { waitsFor: "provider" }, now)).toMatchObject({ value: { waitingSince: then } });
  });

  it("is nobody once it is closed (S1)", () => {
    expect(decideWaiting({ ...open, outcome: "escalated" }, { waitsFor: "customer" }, now)).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });
});

describe("a text that was recorded", () => {
  it("is one of what a ticket can wait for, or it is not (D1)", () => {
    expect(waitings.every(isWaiting)).toBe(true);
    expect(["nobody", "", null].some(isWaiting)).toBe(false);
  });
});
