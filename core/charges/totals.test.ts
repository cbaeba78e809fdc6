import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalsAfter, totalsOf } from "./totals.ts";
import type { Vat } from "./vat.ts";

const standard: Vat = { category: "standard", percent: 21 };
const reduced: Vat = { category: "reduced", percent: 9 };

describe("totals", () => {
  it("compute VAT once on the sum of the lines (CE5)", () => {
    // 83.33 + 108.33 + 25.00 = 216.66; 21 % is 45.4986, so 45.50.
    const lines = [8333n, 10_833n, 2500n].map((amountCents) => ({ vat: standard, amountCents }));
    expect(totalsOf(lines)).toEqual({
      subtotalCents: 21_666n,
      vat: [{ ...standard, subtotalCents: 21_666n, vatCents: 4550n }],
      vatCents: 4550n,
      totalCents: 26_216n,
    });
  });

  it("keep VAT rates apart", () => {
    const lines = [
      { vat: reduced, amountCents: 150n },
      { vat: standard, amountCents: 150n },
    ];
    // 21 % of 1.50 is 0.315, so 0.32; 9 % is 0.135, so 0.14.
    expect(totalsOf(lines).vat.map((rate) => rate.vatCents)).toEqual([32n, 14n]);
    expect(totalsOf(lines).totalCents).toBe(346n);
  });

  it("keep categories apart that carry no VAT, because an invoice says why each does not", () => {
    const lines = (["outside-scope", "zero", "reverse-charge"] as const).map((category) => ({
      vat: { category, percent: 0 },
      amountCents: 100n,
    }));
    expect(totalsOf(lines)).toMatchObject({
      vat: [{ category: "zero" }, { category: "reverse-charge" }, { category: "outside-scope" }],
      vatCents: 0n,
      totalCents: 300n,
    });
  });

  it("of parts that follow each other come to those of the whole, to the cent, however it is parted (CE5, CE7)", () => {
    // 1.02 + 1.02 at 21 % is 2.04 + 0.4284, so 2.47; each by itself would be 1.02 + 0.21, and together a cent less.
    const [first, second] = [[{ vat: standard, amountCents: 102n }], [{ vat: standard, amountCents: 102n }]];
    expect(totalsOf([...first, ...second]).totalCents).toBe(247n);
    expect([totalsAfter([], first).totalCents, totalsAfter(first, second).totalCents]).toEqual([123n, 124n]);
    const line = fc.record({
      vat: fc.constantFrom(standard, reduced, { category: "zero", percent: 0 } as const),
      amountCents: fc.bigInt({ min: -100_000n, max: 100_000n }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 5 }), (parts) => {
        const sums = parts.map((part, index) => totalsAfter(parts.slice(0, index).flat(), part).totalCents);
        expect(sums.reduce((sum, cents) => sum + cents, 0n)).toBe(totalsOf(parts.flat()).totalCents);
      }),
    );
  });

  it("take no other rate of a category for the one before (CE5)", () => {
    // 1.03 at 22 % is 0.2266, so 0.23; after 1.03 at the same rate it is a cent less.
    const dearer: Vat = { category: "standard", percent: 22 };
    const line = { vat: dearer, amountCents: 103n };
    expect(totalsAfter([{ vat: standard, amountCents: 103n }], [line]).vatCents).toBe(totalsOf([line]).vatCents);
    expect(totalsAfter([line], [line]).vatCents).toBe(22n);
    expect(totalsOf([line]).vatCents).toBe(23n);
  });

  it("of nothing are nothing", () => {
    expect(totalsOf([])).toEqual({ subtotalCents: 0n, vat: [], vatCents: 0n, totalCents: 0n });
  });
});
