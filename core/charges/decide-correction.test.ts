import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumCents } from "../values/money.ts";
import { monthOf } from "../values/month.ts";
import { exampleEntry, monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Correction } from "./charged-work.ts";
import { type AskedCorrection, correctableCosts, decideCorrection } from "./decide-correction.ts";

const month = monthOf("2026-10");
const entries = [exampleEntry("research", "2026-10-05T10:00+02:00", "2026-10-05T10:50+02:00")];
const parking = {
  id: "x1",
  ticketId: "t1",
  addendumId: "a1",
  on: Temporal.PlainDate.from("2026-10-06"),
  description: "Parkeren",
  amountCents: 1200n,
  vat: "reduced",
} as const;
const correction: Correction = {
  id: "c1",
  ticketId: "t1",
  month,
  amountCents: 3000n,
  vat: "standard",
  reason: "Te lang",
};

const costsWith = (corrections: readonly Correction[]) =>
  correctableCosts(chargeMonth(monthOfWork("2026-10", { entries, expenses: [parking], corrections })));
const asked: AskedCorrection = { month, vat: "standard", amountCents: 3000n, reason: "Te lang gezocht" };

describe("what can be corrected of a ticket's price (CE7)", () => {
  it("is what it costs in each month at each VAT rate", () => {
    // Start fee 25.00 + 50 minutes 83.33 = 108.33 at 21 %; parking 12.00 at 9 %.
    expect(costsWith([])).toEqual([
      { month, vat: "standard", leftCents: 10_833n },
      { month, vat: "reduced", leftCents: 1200n },
    ]);
  });

  it("is less by what was corrected before, and nothing once all was", () => {
    expect(costsWith([correction])).toMatchObject([{ leftCents: 7833n }, { leftCents: 1200n }]);
    expect(costsWith([{ ...correction, amountCents: 10_833n }])).toEqual([{ month, vat: "reduced", leftCents: 1200n }]);
  });

  it("is one sum abroad, where nothing carries VAT (CE5)", () => {
    const charges = chargeMonth(
      monthOfWork("2026-10", { entries, expenses: [parking], vatPosition: "eu-business", corrections: [correction] }),
    );
    // 108.33 + 12.00 - 30.00: a correction at the full rate takes off what stands under the reverse charge.
    expect(correctableCosts(charges)).toEqual([{ month, vat: "standard", leftCents: 9033n }]);
  });
});

describe("correcting a price (CE7)", () => {
  const refusalOf = (changes: Partial<AskedCorrection>) => {
    const decided = decideCorrection({ ...asked, ...changes }, costsWith([]));
    return decided.ok ? null : decided.refusal;
  };

  it("takes off up to all that the ticket costs in the month", () => {
    expect(refusalOf({})).toBeNull();
    expect(refusalOf({ amountCents: 10_833n })).toBeNull();
    expect(refusalOf({ amountCents: 1200n, vat: "reduced" })).toBeNull();
  });

  it("refuses a cent more, another month and a VAT rate that nothing has", () => {
    expect(refusalOf({ amountCents: 10_834n })).toEqual({
      code: "beyond-cost",
      leftCents: 10_833n,
      askedCents: 10_834n,
    });
    expect(refusalOf({ month: monthOf("2026-11") })).toMatchObject({ code: "beyond-cost", leftCents: 0n });
    expect(refusalOf({ vat: "zero" })).toMatchObject({ code: "beyond-cost", leftCents: 0n });
  });

  it("never raises a price: that would be work nobody authorised (T2, T3)", () => {
    for (const amountCents of [0n, -1n, -3000n])
      expect(refusalOf({ amountCents })).toEqual({ code: "invalid-input", fields: { amount: "out-of-range" } });
  });

  it("needs a reason", () => {
    expect(refusalOf({ reason: " " })).toEqual({ code: "reason-needed" });
  });

  it("is charged exactly as accepted, whatever was corrected before", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 8000n }), { maxLength: 6 }), (amounts) => {
        const kept: Correction[] = [];
        for (const [index, amountCents] of amounts.entries())
          if (decideCorrection({ ...asked, amountCents }, costsWith(kept)).ok)
            kept.push({ ...correction, id: `c${index}`, amountCents });
        const charges = chargeMonth(monthOfWork("2026-10", { entries, corrections: kept }));
        const takenOff = charges.filter(({ kind }) => kind === "correction").map(({ amountCents }) => amountCents);
        expect(sumCents(takenOff)).toBe(-sumCents(kept.map(({ amountCents }) => amountCents)));
      }),
    );
  });
});
