import { describe, expect, it } from "vitest";
import { checkOutcome, escalateToMicrosoft, isSolution } from "./escalation.ts";
import { outcomes, resolvedOutcomes } from "./outcome.ts";

const then = Temporal.Instant.from("2026-11-20T09:00:00Z");
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const open = { outcome: null, waitsFor: "provider", waitingSince: then } as const;
const needed = { ok: false, refusal: { code: "case-number-needed" } };

describe("an escalation to Microsoft (S2)", () => {
  it("gives Microsoft the turn and keeps the number of the case", () => {
    expect(escalateToMicrosoft(open, { caseNumber: "2611230040001234" }, now)).toMatchObject({
      value: { waitsFor: "microsoft", waitingSince: now, isPaused: true, caseNumber: "2611230040001234" },
    });
  });

  it("is none without a number of the case, and none of a closed ticket", () => {
    expect(escalateToMicrosoft(open, { caseNumber: " " }, now)).toEqual(needed);
    expect(escalateToMicrosoft({ ...open, outcome: "solved" }, { caseNumber: "1" }, now)).toMatchObject({
      refusal: { code: "ticket-closed" },
    });
  });

  it("closes a ticket only with that number, which no other outcome needs", () => {
    expect([null, "", "  "].map((caseNumber) => checkOutcome("escalated", { caseNumber }))).toEqual([
      needed,
      needed,
      needed,
    ]);
    expect(checkOutcome("escalated", { caseNumber: "2611230040001234" }).ok).toBe(true);
    const others = resolvedOutcomes.filter((outcome) => outcome !== "escalated");
    expect(others.map((outcome) => checkOutcome(outcome, { caseNumber: null }).ok)).toEqual([true, true, true, true]);
  });
});

describe("the outcome of a ticket (S1)", () => {
  it("says that the problem is gone only where it was solved", () => {
    expect(outcomes.filter(isSolution)).toEqual(["solved"]);
  });
});
