import { describe, expect, it } from "vitest";
import { totalsOf } from "./totals.ts";

describe("totals", () => {
  it("compute VAT once on the sum of the lines", () => {
    // 83.33 + 108.33 + 25.00 = 216.66; 21 % is 45.4986, so 45.50.
    const lines = [8333n, 10_833n, 2500n].map((amountCents) => ({ vatPercent: 21, amountCents }));
    expect(totalsOf(lines)).toEqual({
      subtotalCents: 21_666n,
      vat: [{ vatPercent: 21, subtotalCents: 21_666n, vatCents: 4550n }],
      vatCents: 4550n,
      totalCents: 26_216n,
    });
  });

  it("keep VAT rates apart", () => {
    const lines = [
      { vatPercent: 21, amountCents: 150n },
      { vatPercent: 9, amountCents: 150n },
    ];
    // 21 % of 1.50 is 0.315, so 0.32; 9 % is 0.135, so 0.14.
    expect(totalsOf(lines).vat.map((rate) => rate.vatCents)).toEqual([14n, 32n]);
    expect(totalsOf(lines).totalCents).toBe(346n);
  });

  it("of nothing are nothing", () => {
    expect(totalsOf([])).toEqual({ subtotalCents: 0n, vat: [], vatCents: 0n, totalCents: 0n });
  });
});
