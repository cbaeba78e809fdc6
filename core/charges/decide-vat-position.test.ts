import { describe, expect, it } from "vitest";
import { readVatNumber } from "../organisations/vat-number.ts";
import { monthOf } from "../values/month.ts";
import { decideVatPosition, type VatPositionChange, type VatStanding } from "./decide-vat-position.ts";

const october = monthOf("2026-10");
const nothing: VatStanding = { positions: [], lastInvoicedMonth: null };

function decide(change: Partial<VatPositionChange>, standing: VatStanding = nothing) {
  const decided = decideVatPosition(
    { from: october, position: "eu-business", vatNumber: "BE0123456789", ...change },
    standing,
  );
  return decided.ok ? decided.value.vatNumber : decided.refusal.code;
}

describe("where a customer stands for VAT (CE5)", () => {
  it("is a business elsewhere in the EU with a VAT number of there, however it is typed", () => {
    expect(decide({ vatNumber: " be 0123.456-789 " })).toBe("BE0123456789");
    expect(decide({ vatNumber: "EL123456789" })).toBe("EL123456789");
  });

  it.each([
    ["", "vat-number-needed"],
    ["NL000000000B01", "vat-number-needed"],
    ["CH123456789", "vat-number-needed"],
    ["0123456789", "vat-number-wrong"],
    ["BE", "vat-number-wrong"],
    ["België 1", "vat-number-wrong"],
  ])("is no business elsewhere in the EU by the number '%s'", (vatNumber, code) => {
    expect(decide({ vatNumber })).toBe(code);
  });

  it("is at home or outside the EU with any number or none", () => {
    expect(decide({ position: "domestic", vatNumber: "NL000000000B01" })).toBe("NL000000000B01");
    expect(decide({ position: "domestic", vatNumber: " " })).toBeNull();
    expect(decide({ position: "outside-eu", vatNumber: "CHE123456789" })).toBe("CHE123456789");
    expect(decide({ position: "outside-eu", vatNumber: "?" })).toBe("vat-number-wrong");
  });

  it("keeps the number while any month needs it", () => {
    const standing: VatStanding = { ...nothing, positions: [{ from: monthOf("2026-03"), position: "eu-business" }] };
    expect(decide({ position: "domestic", vatNumber: "" }, standing)).toBe("vat-number-needed");
    const same: VatStanding = { ...nothing, positions: [{ from: october, position: "eu-business" }] };
    expect(decide({ position: "domestic", vatNumber: "" }, same)).toBeNull();
  });

  it("never changes for a month that was invoiced, nor for one before it", () => {
    const standing: VatStanding = { ...nothing, lastInvoicedMonth: october };
    expect(["2026-09", "2026-10", "2026-11"].map((from) => decide({ from: monthOf(from) }, standing))).toEqual([
      "vat-month-invoiced",
      "vat-month-invoiced",
      "BE0123456789",
    ]);
  });

  it("reads a number as invoices write it", () => {
    expect(["fr xx 999999999", "ES X1234567R", "ATU12345678"].map(readVatNumber)).toEqual([
      "FRXX999999999",
      "ESX1234567R",
      "ATU12345678",
    ]);
  });
});
