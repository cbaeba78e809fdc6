import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkWorkAfterContract,
  type ContractEnd,
  contractEndFor,
  endWithContract,
  isCarriedOn,
} from "./contract-end.ts";
import { decideMerge, type Mergeable } from "./merging.ts";
import { outcomes, resolvedOutcomes } from "./outcome.ts";
import { decideReopen } from "./reopening.ts";

const now = Temporal.Instant.from("2026-11-23T09:00Z");
const day = (text: string) => Temporal.PlainDate.from(text);

describe("reopening a ticket (T4)", () => {
  const contract = { on: day("2026-11-23"), isInForce: true };

  it("opens what was resolved, with the turn at the provider", () => {
    for (const outcome of resolvedOutcomes)
      expect(decideReopen({ outcome }, contract, now)).toEqual({
        ok: true,
        value: { status: "open", outcome: null, closedAt: null, waitsFor: "provider", waitingSince: now },
      });
  });

  it("leaves its number, flag, start fee and spent ceiling as they are, so that it is not counted again (T4, T6)", () => {
    const ticket = {
      outcome: "solved" as const,
      month: "2026-10",
      numberInMonth: 16,
      isAdditional: true,
      startFeeMinutes: 15,
      authorisedMinutes: 135,
      chargeableMinutes: 130,
    };
    const reopened = decideReopen(ticket, contract, now);
    const { outcome: _, ...kept } = ticket;
    expect(reopened.ok && { ...ticket, ...reopened.value }).toMatchObject({ ...kept, status: "open" });
  });

  it("needs a contract on the day (T4)", () => {
    expect(decideReopen({ outcome: "solved" }, { ...contract, isInForce: false }, now)).toEqual({
      ok: false,
      refusal: { code: "no-contract", on: "2026-11-23" },
    });
  });

  it("says why it is not for what was withdrawn, merged or ended with its contract (T4)", () => {
    for (const outcome of ["withdrawn", "duplicate", "ended-with-contract"] as const)
      expect(decideReopen({ outcome }, contract, now)).toEqual({
        ok: false,
        refusal: { code: "not-reopenable", outcome },
      });
  });

  it("is not for an open one", () => {
    expect(decideReopen({ outcome: null }, contract, now)).toMatchObject({
      refusal: { code: "transition-refused", action: "reopen" },
    });
  });
});

describe("merging a ticket into another (T4)", () => {
  const ticket: Mergeable = { reference: "K26-00042", organisationId: "acme", outcome: null };
  const other: Mergeable = { ...ticket, reference: "K26-00007" };

  it("closes it as the duplicate of the other, and changes nothing else of either", () => {
    expect(decideMerge(ticket, other, now)).toEqual({
      ok: true,
      value: { status: "closed", outcome: "duplicate", closedAt: now, duplicateOf: "K26-00007" },
    });
  });

  it("is for an open one into another open one of the same organisation", () => {
    const refusalOf = (from: Mergeable, into: Mergeable) => {
      const decided = decideMerge(from, into, now);
      return decided.ok ? null : decided.refusal;
    };
    expect(refusalOf({ ...ticket, outcome: "solved" }, other)).toEqual({ code: "ticket-closed" });
    expect(refusalOf(ticket, ticket)).toEqual({ code: "invalid-input", fields: { into: "not-an-option" } });
    expect(refusalOf(ticket, { ...other, organisationId: "globex" })).toEqual({ code: "not-found" });
    for (const outcome of outcomes)
      expect(refusalOf(ticket, { ...other, outcome })).toEqual({
        code: "merge-target-closed",
        reference: "K26-00007",
      });
  });
});

describe("the end of the contract (CE8)", () => {
  const end: ContractEnd = { endsOn: day("2026-12-31"), nextStartsOn: null, timeZone: "Europe/Amsterdam" };
  const midnight = Temporal.Instant.from("2026-12-31T23:00Z");
  const open = { outcome: null };

  it("closes what is open at local midnight, however late that is noticed", () => {
    for (const noticed of [midnight, midnight.add({ hours: 300 })])
      expect(endWithContract(open, end, noticed)).toEqual({
        ok: true,
        value: { status: "closed", outcome: "ended-with-contract", closedAt: midnight },
      });
  });

  it("closes nothing before, and nothing that the next contract carries on", () => {
    expect(endWithContract(open, end, midnight.subtract({ seconds: 1 }))).toEqual({ ok: true, value: null });
    const next = { ...end, nextStartsOn: day("2027-01-01") };
    expect(endWithContract(open, next, midnight)).toEqual({ ok: true, value: null });
    expect(isCarriedOn({ ...end, nextStartsOn: day("2027-02-01") })).toBe(false);
  });

  it("carries on by the very next day alone, wherever a month ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -400, max: 400 }), (month, days) => {
        const first = Temporal.PlainDate.from({ year: 2026, month, day: 1 });
        const endsOn = first.with({ day: first.daysInMonth });
        expect(isCarriedOn({ ...end, endsOn, nextStartsOn: endsOn.add({ days }) })).toBe(days === 1);
      }),
    );
  });

  it("is that of the contract a ticket is open under, carried on from one to the next without a gap", () => {
    const periods = [
      { startsOn: day("2026-01-01"), endsOn: day("2026-05-31") },
      { startsOn: day("2026-06-01"), endsOn: day("2026-09-30") },
      { startsOn: day("2026-11-01"), endsOn: day("2026-12-31") },
    ];
    const endOf = (openSince: string) => contractEndFor(day(openSince), periods, "Europe/Amsterdam");
    for (const openSince of ["2026-02-01", "2026-05-31", "2026-06-01", "2026-09-30"])
      expect(endOf(openSince)).toMatchObject({ endsOn: day("2026-09-30"), nextStartsOn: day("2026-11-01") });
    for (const openSince of ["2026-10-15", "2026-11-05", "2026-12-31"])
      expect(endOf(openSince)).toMatchObject({ endsOn: day("2026-12-31"), nextStartsOn: null });
    expect(endOf("2027-01-01")).toBeNull();
  });

  it("leaves what is closed as it closed", () => {
    expect(endWithContract({ outcome: "solved" }, end, midnight)).toEqual({
      ok: false,
      refusal: { code: "ticket-closed" },
    });
  });

  it("lets work from before be charged until the final invoice, and after it only be written down", () => {
    const codeOf = (isChargeable: boolean, isFinalInvoiceIssued: boolean) => {
      const checked = checkWorkAfterContract({ isChargeable }, { isFinalInvoiceIssued });
      return checked.ok ? "ok" : checked.refusal.code;
    };
    expect([codeOf(true, false), codeOf(false, false)]).toEqual(["ok", "ok"]);
    expect([codeOf(true, true), codeOf(false, true)]).toEqual(["final-invoice-issued", "ok"]);
  });
});
