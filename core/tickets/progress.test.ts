import { describe, expect, it } from "vitest";
import { decideReply, decideResolution, decideStep, type TicketState, turnTo } from "./progress.ts";

const then = Temporal.Instant.from("2026-11-20T09:00:00Z");
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const open: TicketState = { outcome: null, step: "research", waitsFor: "provider", waitingSince: then };
const closed: TicketState = { ...open, outcome: "solved" };

describe("whose turn it is", () => {
  it("stays with us since the customer first waited, however often they write", () => {
    expect(decideReply(open, { isStaff: false, waitsFor: null }, now)).toEqual({
      ok: true,
      value: { waitsFor: "provider", waitingSince: then },
    });
  });

  it("comes to us when the customer answers, whatever they ask for", () => {
    const waiting = { ...open, waitsFor: "customer" as const };
    expect(decideReply(waiting, { isStaff: false, waitsFor: "microsoft" }, now)).toEqual({
      ok: true,
      value: { waitsFor: "provider", waitingSince: now },
    });
  });

  it("goes to the customer after our answer, unless we say otherwise", () => {
    expect(decideReply(open, { isStaff: true, waitsFor: null }, now)).toMatchObject({
      value: { waitsFor: "customer", waitingSince: now },
    });
    expect(decideReply(open, { isStaff: true, waitsFor: "provider" }, now)).toMatchObject({
      value: { waitsFor: "provider", waitingSince: now },
    });
  });

  it("begins anew with each message of ours, also for who has it (D1)", () => {
    const waiting = { ...open, waitsFor: "customer" as const };
    expect(decideReply(waiting, { isStaff: true, waitsFor: "customer" }, now)).toEqual({
      ok: true,
      value: { waitsFor: "customer", waitingSince: now },
    });
  });

  it("is nobody's once the ticket is closed", () => {
    expect(decideReply(closed, { isStaff: false, waitsFor: null }, now)).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });

  it("does not begin anew for who has it", () => {
    expect(turnTo("provider", open, now).waitingSince).toEqual(then);
    expect(turnTo("customer", open, now).waitingSince).toEqual(now);
  });
});

describe("steps (D1-D3)", () => {
  it("go forward, stay, and never go back", () => {
    expect(decideStep(open, "resolution")).toEqual({ ok: true, value: "resolution" });
    expect(decideStep(open, "research")).toEqual({ ok: true, value: "research" });
    expect(decideStep(open, "administration")).toEqual({ ok: false, refusal: { code: "step-backwards" } });
    expect(decideStep(closed, "resolution")).toEqual({ ok: false, refusal: { code: "ticket-closed" } });
  });
});

describe("resolving (D3)", () => {
  const none = { kind: "none" as const, reason: "eenmalig" };
  const codeOf = (message: string, article: Parameters<typeof decideResolution>[1]["article"]) => {
    const decided = decideResolution(open, { message, article });
    return decided.ok ? "ok" : decided.refusal.code;
  };

  it("needs a message to the customer and knowledge, or why there is none", () => {
    expect(codeOf("Klaar.", none)).toBe("ok");
    expect(codeOf("  ", none)).toBe("message-needed");
    expect(codeOf("Klaar.", { kind: "none", reason: " " })).toBe("article-needed");
    expect(codeOf("Klaar.", { kind: "existing", id: "" })).toBe("article-needed");
    expect(codeOf("Klaar.", { kind: "existing", id: "a" })).toBe("ok");
    expect(codeOf("Klaar.", { kind: "new", title: "T", body: "", isPublic: false })).toBe("article-needed");
    expect(codeOf("Klaar.", { kind: "new", title: " ", body: "B", isPublic: false })).toBe("article-needed");
    expect(codeOf("Klaar.", { kind: "new", title: "T", body: "B", isPublic: false })).toBe("ok");
    expect(decideResolution(closed, { message: "Klaar.", article: none })).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });
});
