import { describe, expect, it } from "vitest";
import { chargeMonth } from "../charges/charge-month.ts";
import { exampleTicket } from "../charges/charge-examples.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";
import { ofOneVatRate } from "./one-vat-rate.ts";
import { proposeInvoice } from "./propose-invoice.ts";

function startFee(month: string, vatPercent: number) {
  const createdAt = Temporal.Instant.from(`${month}-05T10:00Z`);
  const tickets = [exampleTicket({ id: month, reference: month, createdAt })];
  return chargeMonth({
    terms: { ...defaultTerms(2026), vatPercent },
    extraHolidays: [],
    tickets,
    entries: [],
    month: monthOf(month),
  });
}

describe("an invoice carries one VAT rate", () => {
  it("the others wait for the next, and together they are all that is charged", () => {
    const charges = [...startFee("2026-11", 21), ...startFee("2026-12", 25), ...startFee("2026-10", 21)];
    const first = ofOneVatRate(proposeInvoice({ charges, alreadyInvoiced: [] }));
    expect(first.lines.map((line) => line.month)).toEqual(["2026-10", "2026-11"]);
    expect(first.totals).toMatchObject({ subtotalCents: 5000n, vatCents: 1050n });
    const second = ofOneVatRate(proposeInvoice({ charges, alreadyInvoiced: first.lines }));
    expect(second.lines.map((line) => line.month)).toEqual(["2026-12"]);
    expect(second.totals.vat).toMatchObject([{ vatPercent: 25 }]);
  });

  it("changes nothing when there is one rate or nothing", () => {
    const proposal = proposeInvoice({ charges: startFee("2026-10", 21), alreadyInvoiced: [] });
    expect(ofOneVatRate(proposal)).toBe(proposal);
    expect(ofOneVatRate(proposeInvoice({ charges: [], alreadyInvoiced: [] })).lines).toEqual([]);
  });
});
