import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawsOf, tableOf, type TransitionTable, unexplainedOf, walk } from "../values/testing/lifecycle-table.ts";
import {
  advanceAuthorisation,
  type AuthorisationAction,
  authorisationActions,
  authorisationLifecycle,
  type AuthorisationStage,
  authorisationStageOn,
  authorisationStates,
  fixedPriceLifecycle,
  type RecordedAuthorisation,
} from "./authorisation-lifecycle.ts";
import { decideDelivery } from "./delivery.ts";

const today = Temporal.PlainDate.from("2026-11-23");
const yesterday = today.subtract({ days: 1 });
const sent: RecordedAuthorisation = { state: "requested", validUntil: today };

const accepted: TransitionTable<AuthorisationStage, AuthorisationAction> = {
  draft: { send: "sent", withdraw: "withdrawn" },
  sent: { approve: "approved", decline: "declined", withdraw: "withdrawn", expire: "expired" },
  approved: {},
  declined: {},
  expired: { decline: "declined", withdraw: "withdrawn" },
  withdrawn: {},
  delivered: {},
};

describe("the life of an authorisation (T3)", () => {
  it("has these transitions and no other, each refusal explained", () => {
    expect(tableOf(authorisationLifecycle)).toEqual(accepted);
    expect(flawsOf(authorisationLifecycle, "draft")).toEqual(["never reached: delivered", "idle: deliver"]);
    expect(unexplainedOf(authorisationLifecycle)).toEqual([]);
  });

  it("goes on after the approval of a quote for one price, and only then", () => {
    expect(tableOf(fixedPriceLifecycle)).toEqual({
      ...accepted,
      approved: { withdraw: "withdrawn", deliver: "delivered" },
    });
    expect(flawsOf(fixedPriceLifecycle, "draft")).toEqual([]);
    expect(unexplainedOf(fixedPriceLifecycle)).toEqual([]);
  });

  it("never leaves its states, and is approved at most once", () => {
    for (const lifecycle of [authorisationLifecycle, fixedPriceLifecycle])
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...authorisationActions), { maxLength: 20 }), (tried) => {
          const states = walk(lifecycle, "draft", tried);
          expect(states.every((state) => authorisationStates.includes(state))).toBe(true);
          expect(states.filter((state) => state === "approved").length).toBeLessThanOrEqual(1);
        }),
      );
  });

  it("is sent through a quote's last day and expired after it; a work order has none (T3)", () => {
    expect(authorisationStageOn(sent, today)).toBe("sent");
    expect(authorisationStageOn({ ...sent, validUntil: yesterday }, today)).toBe("expired");
    expect(authorisationStageOn({ ...sent, validUntil: null }, today.add({ years: 5 }))).toBe("sent");
    expect(authorisationStageOn({ state: "approved", validUntil: yesterday }, today)).toBe("approved");
  });

  it("says that a quote is over, with its last day, to who approves it too late (T3)", () => {
    const late: RecordedAuthorisation = { ...sent, validUntil: yesterday };
    expect(advanceAuthorisation(late, "approve", today)).toEqual({
      ok: false,
      refusal: { code: "authorisation-expired", on: "2026-11-22" },
    });
    expect(advanceAuthorisation(late, "decline", today)).toEqual({ ok: true, value: "declined" });
    expect(advanceAuthorisation(late, "withdraw", today)).toEqual({ ok: true, value: "withdrawn" });
  });

  it("says that it was decided, to who decides again or withdraws it (T3)", () => {
    for (const state of ["approved", "declined", "withdrawn"] as const)
      for (const action of ["approve", "decline", "withdraw"] as const)
        expect(advanceAuthorisation({ ...sent, state }, action, today)).toEqual({
          ok: false,
          refusal: { code: "authorisation-decided" },
        });
  });

  it("explains everything else by what is possible", () => {
    expect(advanceAuthorisation({ ...sent, state: "draft" }, "approve", today)).toMatchObject({
      refusal: { code: "transition-refused", from: "draft", possible: ["send", "withdraw"] },
    });
    expect(advanceAuthorisation(sent, "send", today)).toMatchObject({
      refusal: { from: "sent", possible: ["approve", "decline", "withdraw"] },
    });
  });
});

describe("delivering a quote for one price (T3)", () => {
  const approved: RecordedAuthorisation = { state: "approved", validUntil: yesterday, isFixedPrice: true };

  const days = { approvedOn: yesterday, today };

  it("is recorded on the day or later, also past the quote's validity, not before the approval", () => {
    expect(decideDelivery(approved, yesterday.subtract({ days: 1 }), days)).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { deliveredOn: "too-early" } },
    });
    expect(decideDelivery(approved, yesterday, days)).toEqual({
      ok: true,
      value: { state: "delivered", deliveredOn: yesterday },
    });
    expect(decideDelivery(approved, today, days)).toMatchObject({ value: { deliveredOn: today } });
    expect(decideDelivery(approved, today.add({ days: 1 }), days)).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { deliveredOn: "in-future" } },
    });
  });

  it("is not for a work order, nor before the approval, nor twice, nor after withdrawing", () => {
    const refused = (changes: Partial<RecordedAuthorisation>) =>
      decideDelivery({ ...approved, ...changes }, today, days);
    expect(refused({ isFixedPrice: false })).toMatchObject({ refusal: { from: "approved", possible: [] } });
    for (const state of ["delivered", "withdrawn"] as const)
      expect(refused({ state })).toMatchObject({ refusal: { code: "transition-refused", from: state } });
    expect(refused({ state: "requested" })).toMatchObject({ refusal: { from: "expired" } });
  });

  it("comes too late for withdrawing, which can be until then and costs nothing", () => {
    expect(advanceAuthorisation(approved, "withdraw", today)).toEqual({ ok: true, value: "withdrawn" });
    expect(advanceAuthorisation({ ...approved, state: "delivered" }, "withdraw", today)).toMatchObject({
      refusal: { code: "transition-refused", from: "delivered" },
    });
  });
});
