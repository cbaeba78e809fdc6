import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import {
  type AskedAuthorisation,
  decideOnAuthorisation,
  type OpenAuthorisation,
  priceAuthorisation,
} from "./authorisation.ts";

const terms = defaultTerms(2026);
const today = Temporal.PlainDate.from("2026-11-23");
const price = (asked: Partial<AskedAuthorisation>, isAdditional = false) =>
  priceAuthorisation({ minutes: 180, windows: ["office"], validUntil: null, ...asked }, { terms, isAdditional, today });

describe("pricing a request (T3)", () => {
  it("takes the dearest of the windows, so that it is what it costs at most", () => {
    expect(price({})).toMatchObject({ value: { kind: "work-order", estimateCents: 30_000n } });
    expect(price({ windows: ["office", "weekend-holiday", "outside"] })).toMatchObject({
      value: { estimateCents: 43_500n },
    });
    expect(price({}, true)).toMatchObject({ value: { estimateCents: 34_500n } });
  });

  it("is a work order up to eight hours and a quote above", () => {
    expect(price({ minutes: 480, validUntil: today })).toMatchObject({
      value: { kind: "work-order", validUntil: null },
    });
    expect(price({ minutes: 481, validUntil: today })).toMatchObject({ value: { kind: "quote", validUntil: today } });
  });

  it("is always a quote at one price, which is all it costs at any hour", () => {
    expect(price({ minutes: 60, windows: ["outside"], fixedPriceCents: 95_000n, validUntil: today })).toEqual({
      ok: true,
      value: {
        kind: "quote",
        estimateCents: 95_000n,
        fixedPriceCents: 95_000n,
        windows: [],
        validUntil: today,
        termsYear: 2026,
      },
    });
    expect(price({ minutes: 60, windows: [], fixedPriceCents: 1n, validUntil: today }, true)).toMatchObject({
      value: { estimateCents: 1n },
    });
  });

  it("holds the prices of the terms that it was asked under", () => {
    expect(price({ minutes: 481, validUntil: today })).toMatchObject({ value: { termsYear: 2026 } });
  });

  it("refuses one price of nothing or beyond a million euro, and without a day to come", () => {
    const refusalOf = (asked: Partial<AskedAuthorisation>) =>
      price({ fixedPriceCents: 95_000n, validUntil: today, ...asked });
    for (const fixedPriceCents of [0n, -1n, 100_000_001n])
      expect(refusalOf({ fixedPriceCents })).toMatchObject({ refusal: { fields: { fixedPrice: "out-of-range" } } });
    expect(refusalOf({ validUntil: null })).toMatchObject({ refusal: { fields: { validUntil: "required" } } });
    expect(refusalOf({ validUntil: today.subtract({ days: 1 }) })).toMatchObject({
      refusal: { fields: { validUntil: "too-early" } },
    });
    expect(refusalOf({ minutes: 0 })).toMatchObject({ refusal: { fields: { minutes: "out-of-range" } } });
  });

  it("refuses a quote without a day to come, and a request for nothing", () => {
    const fieldOf = (asked: Partial<AskedAuthorisation>) => {
      const priced = price(asked);
      return priced.ok || priced.refusal.code !== "invalid-input" ? null : priced.refusal.fields;
    };
    expect(fieldOf({ minutes: 481 })).toEqual({ validUntil: "required" });
    expect(fieldOf({ minutes: 481, validUntil: today.subtract({ days: 1 }) })).toEqual({ validUntil: "too-early" });
    expect(fieldOf({ minutes: 0 })).toEqual({ minutes: "out-of-range" });
    expect(fieldOf({ windows: [] })).toEqual({ windows: "required" });
    expect(fieldOf({ windows: ["office", "night"] })).toEqual({ windows: "not-an-option" });
  });

  it("can be of one minute up to a thousand hours, and of a million euro", () => {
    expect(price({ minutes: 1 })).toMatchObject({ value: { estimateCents: 167n } });
    expect(price({ minutes: 60_000, validUntil: today })).toMatchObject({ value: { estimateCents: 10_000_000n } });
    expect(price({ minutes: 60_001, validUntil: today })).toMatchObject({
      refusal: { fields: { minutes: "out-of-range" } },
    });
    expect(price({ fixedPriceCents: 100_000_000n, validUntil: today })).toMatchObject({ ok: true });
  });
});

describe("deciding on a request (T3)", () => {
  const open: OpenAuthorisation = {
    state: "requested",
    version: 3,
    minutes: 60,
    windows: ["office"],
    usualWindow: "office",
    validUntil: null,
  };
  const decide = (
    authorisation: Partial<OpenAuthorisation>,
    decision: "approve" | "decline" = "approve",
    version = 3,
  ) => decideOnAuthorisation({ ...open, ...authorisation }, { decision, version }, today);

  it("adds the minutes when approved and none when declined", () => {
    expect(decide({})).toEqual({ ok: true, value: { state: "approved", minutesAdded: 60, agreesOutsideHours: false } });
    expect(decide({}, "decline")).toEqual({
      ok: true,
      value: { state: "declined", minutesAdded: 0, agreesOutsideHours: false },
    });
  });

  it("adds no minutes for one price, whose work stays outside the ceiling (T2)", () => {
    expect(decide({ isFixedPrice: true, windows: [] })).toEqual({
      ok: true,
      value: { state: "approved", minutesAdded: 0, agreesOutsideHours: false },
    });
  });

  it("agrees to the dearer windows it names, only when approved (M5)", () => {
    expect(decide({ windows: ["office", "outside"] })).toMatchObject({ value: { agreesOutsideHours: true } });
    expect(decide({ windows: ["weekend-holiday"] }, "decline")).toMatchObject({ value: { agreesOutsideHours: false } });
  });

  it("happens once, and to what was seen", () => {
    for (const state of ["approved", "declined", "withdrawn"] as const)
      expect(decide({ state })).toEqual({ ok: false, refusal: { code: "authorisation-decided" } });
    expect(decide({ state: "approved" }, "approve", 2)).toMatchObject({ refusal: { code: "authorisation-decided" } });
    expect(decide({}, "approve", 2)).toEqual({ ok: false, refusal: { code: "changed-meanwhile" } });
  });

  it("holds through a quote's last day, after which it can only be declined", () => {
    expect(decide({ validUntil: today })).toMatchObject({ ok: true });
    const passed = today.subtract({ days: 1 });
    expect(decide({ validUntil: passed })).toEqual({
      ok: false,
      refusal: { code: "authorisation-expired", on: passed.toString() },
    });
    expect(decide({ validUntil: passed }, "decline")).toMatchObject({ ok: true });
  });
});
