import { describe, expect, it } from "vitest";
import { decideExpense, type ExpenseFacts, type ProposedExpense } from "./expense.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const expense: ProposedExpense = { on: day("2026-11-23"), amountCents: 450n, vat: "standard", description: "Parkeren" };
const facts: ExpenseFacts = {
  today: day("2026-11-24"),
  createdOn: day("2026-11-20"),
  closedOn: null,
  isUnderAddendum: true,
};

function refusalOf(changed: Partial<ProposedExpense>, known: Partial<ExpenseFacts> = {}) {
  const decided = decideExpense({ ...expense, ...changed }, { ...facts, ...known });
  return decided.ok ? null : decided.refusal;
}

describe("writing a cost down (A3)", () => {
  it("takes one of today, of the ticket's first day and of the day it was closed", () => {
    expect(refusalOf({ on: day("2026-11-24") })).toBeNull();
    expect(refusalOf({ on: day("2026-11-20") })).toBeNull();
    expect(refusalOf({}, { closedOn: day("2026-11-23") })).toBeNull();
  });

  it("refuses one of tomorrow, from before the ticket or from after its closing", () => {
    expect(refusalOf({ on: day("2026-11-25") })).toEqual({ code: "entry-in-future" });
    expect(refusalOf({ on: day("2026-11-19") })).toEqual({ code: "entry-before-ticket" });
    expect(refusalOf({}, { closedOn: day("2026-11-22") })).toEqual({ code: "entry-after-closing" });
  });

  it("refuses one on a date without a signed addendum", () => {
    expect(refusalOf({}, { isUnderAddendum: false })).toEqual({ code: "no-addendum", on: "2026-11-23" });
  });

  it("takes from one cent to a million euro, at a rate that a thing carries, with what it was", () => {
    for (const amountCents of [1n, 100_000_000n]) expect(refusalOf({ amountCents })).toBeNull();
    for (const vat of ["standard", "reduced", "zero"]) expect(refusalOf({ vat })).toBeNull();
    expect(refusalOf({ description: "x".repeat(200) })).toBeNull();
  });

  it("says of every field at once what is wrong with it", () => {
    expect(refusalOf({ amountCents: 0n, vat: "reverse-charge", description: " " })).toEqual({
      code: "invalid-input",
      fields: { amount: "out-of-range", vat: "not-an-option", description: "required" },
    });
    expect(refusalOf({ amountCents: 100_000_001n, description: "x".repeat(201) })).toEqual({
      code: "invalid-input",
      fields: { amount: "out-of-range", description: "too-long" },
    });
    expect(refusalOf({ amountCents: -450n })).toMatchObject({ fields: { amount: "out-of-range" } });
  });
});
