import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Charge } from "../charges/charge.ts";
import type { Vat } from "../charges/vat.ts";
import { amountForMinutes, sumCents } from "../values/money.ts";
import { monthOf } from "../values/month.ts";
import { dueOn, proposeInvoice, type InvoicedLine } from "./propose-invoice.ts";

const standard: Vat = { category: "standard", percent: 21 };
const reduced: Vat = { category: "reduced", percent: 9 };

function charge(minutes: number, changes: Partial<Charge> = {}): Charge {
  return {
    ticketId: "t1",
    reference: "T01",
    month: monthOf("2026-10"),
    kind: "work",
    window: "office",
    sourceId: null,
    windowNames: null,
    vat: standard,
    minutes,
    hourlyRateCents: 10_000n,
    amountCents: amountForMinutes(minutes, 10_000n),
    reasons: [{ rule: "CE4", kind: "amount", minutes, amountCents: 0 }],
    ...changes,
  };
}

describe("proposing an invoice", () => {
  it("invoices everything charged when nothing was invoiced", () => {
    const proposal = proposeInvoice({ charges: [charge(7)], alreadyInvoiced: [] });
    // 7 min x 100.00 / 60 = 11.67; 21 % is 2.4507, so 2.45.
    expect(proposal).toMatchObject({ kind: "invoice", totals: { subtotalCents: 1167n, totalCents: 1412n } });
    expect(proposal.lines).toMatchObject([{ minutes: 7, minutesBefore: 0, amountCents: 1167n, amountBeforeCents: 0n }]);
  });

  it("invoices 7 minutes after 7 as 23.33 - 11.67 = 11.66, showing both totals (CE7)", () => {
    const first = proposeInvoice({ charges: [charge(7)], alreadyInvoiced: [] });
    const second = proposeInvoice({ charges: [charge(14)], alreadyInvoiced: first.lines });
    expect(second.lines).toMatchObject([
      {
        minutesTotal: 14,
        minutesBefore: 7,
        minutes: 7,
        amountTotalCents: 2333n,
        amountBeforeCents: 1167n,
        amountCents: 1166n,
        reasons: [{ rule: "CE4" }, { rule: "CE7", minutesTotal: 14, minutesBefore: 7 }],
      },
    ]);
  });

  it("takes back a charge that is gone, as a credit note", () => {
    const first = proposeInvoice({ charges: [charge(7)], alreadyInvoiced: [] });
    const credit = proposeInvoice({ charges: [], alreadyInvoiced: first.lines });
    expect(credit).toMatchObject({ kind: "credit-note", totals: { subtotalCents: -1167n, totalCents: -1412n } });
    expect(credit.lines).toMatchObject([{ minutes: -7, minutesTotal: 0, minutesBefore: 7, amountTotalCents: 0n }]);
    expect(proposeInvoice({ charges: [], alreadyInvoiced: [...first.lines, ...credit.lines] }).lines).toEqual([]);
  });

  it("takes back at the old VAT rate and charges at the new one when a rate was corrected", () => {
    const first = proposeInvoice({ charges: [charge(60)], alreadyInvoiced: [] });
    const corrected = proposeInvoice({ charges: [charge(60, { vat: reduced })], alreadyInvoiced: first.lines });
    expect(corrected.lines.map((line) => [line.vat.percent, line.amountCents])).toEqual([
      [9, 10_000n],
      [21, -10_000n],
    ]);
    expect(corrected).toMatchObject({ kind: "credit-note", totals: { subtotalCents: 0n, vatCents: -1200n } });
  });

  it("lists months in order, within a month the charges as given", () => {
    const charges = [
      charge(1, { month: monthOf("2026-11"), reference: "T09", ticketId: "t9" }),
      charge(1, { reference: "T02", ticketId: "t2" }),
      charge(1),
    ];
    const { lines } = proposeInvoice({ charges, alreadyInvoiced: [] });
    expect(lines.map((line) => line.reference)).toEqual(["T02", "T01", "T09"]);
  });

  it("lists what is gone by ticket, then in the order of the kinds of charges", () => {
    const invoiced = [charge(2, { reference: "T02", ticketId: "t2" }), charge(1), charge(15, { kind: "start-fee" })];
    const { lines } = proposeInvoice({ charges: [], alreadyInvoiced: invoiced });
    expect(lines.map(({ reference, kind }) => `${reference} ${kind}`)).toEqual([
      "T01 start-fee",
      "T01 work",
      "T02 work",
    ]);
  });

  it("says both totals of costs too, which have no minutes (CE7)", () => {
    const costs = (amountCents: bigint) =>
      charge(0, { kind: "cost", window: null, hourlyRateCents: null, amountCents });
    const first = proposeInvoice({ charges: [costs(1250n)], alreadyInvoiced: [] });
    const { lines } = proposeInvoice({ charges: [costs(2850n)], alreadyInvoiced: first.lines });
    expect(lines).toMatchObject([
      { amountCents: 1600n, reasons: [{ rule: "CE4" }, { kind: "already-invoiced", amountBeforeCents: 1250 }] },
    ]);
  });

  it("tells of what was invoiced only where something of it stands (CE7)", () => {
    const kinds = (charges: readonly Charge[], alreadyInvoiced: readonly InvoicedLine[]) =>
      proposeInvoice({ charges, alreadyInvoiced }).lines.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
    const first = proposeInvoice({ charges: [charge(7)], alreadyInvoiced: [] }).lines;
    const back = proposeInvoice({ charges: [], alreadyInvoiced: first }).lines;
    expect(kinds([charge(7)], [])).toEqual(["amount"]);
    expect(kinds([charge(7)], [...first, ...back])).toEqual(["amount"]);
    const free = (minutes: number) => charge(minutes, { hourlyRateCents: 0n, amountCents: 0n });
    expect(kinds([free(14)], [free(7)])).toEqual(["amount", "already-invoiced"]);
  });

  it("is an invoice as long as nothing is owed to the customer", () => {
    const moved = proposeInvoice({ charges: [charge(7, { ticketId: "t2" })], alreadyInvoiced: [charge(7)] });
    expect(moved).toMatchObject({ kind: "invoice", totals: { totalCents: 0n } });
    expect(moved.lines).toHaveLength(2);
  });

  it("is due 14 days later (M3)", () => {
    expect(dueOn(Temporal.PlainDate.from("2026-12-20"), { paymentDays: 14 }).toString()).toBe("2027-01-03");
  });
});

/** Charges of different keys, as chargeMonth gives them: at most one for each. */
const anyCharges = fc.uniqueArray(
  fc
    .record({
      ticketId: fc.constantFrom("t1", "t2", "t3"),
      month: fc.constantFrom(monthOf("2026-10"), monthOf("2026-11")),
      window: fc.constantFrom("office" as const, "outside" as const),
      vat: fc.constantFrom(reduced, standard),
      minutes: fc.integer({ min: 1, max: 500 }),
    })
    .map(({ minutes, ...changes }) => charge(minutes, changes)),
  { selector: ({ ticketId, month, window, vat }) => `${ticketId} ${month} ${window} ${vat.percent}` },
);

const total = (lines: readonly { readonly amountCents: bigint }[]) => sumCents(lines.map((line) => line.amountCents));
const minutes = (lines: readonly { readonly minutes: number }[]) => lines.reduce((sum, line) => sum + line.minutes, 0);

/** What is invoiced after a story of months, each with its charges as they were known then. */
function invoicedAfter(story: readonly (readonly Charge[])[]): readonly InvoicedLine[] {
  const invoiced: InvoicedLine[] = [];
  for (const charges of story) invoiced.push(...proposeInvoice({ charges, alreadyInvoiced: invoiced }).lines);
  return invoiced;
}

describe("whatever was invoiced before", () => {
  it("and the difference together are what is charged", () => {
    fc.assert(
      fc.property(fc.array(anyCharges, { maxLength: 4 }), anyCharges, (story, charges) => {
        const alreadyInvoiced = invoicedAfter(story);
        const { lines } = proposeInvoice({ charges, alreadyInvoiced });
        expect(total(alreadyInvoiced) + total(lines)).toBe(total(charges));
        expect(minutes(alreadyInvoiced) + minutes(lines)).toBe(minutes(charges));
      }),
    );
  });

  it("proposing once more yields nothing", () => {
    fc.assert(
      fc.property(fc.array(anyCharges, { maxLength: 4 }), anyCharges, (story, charges) => {
        expect(proposeInvoice({ charges, alreadyInvoiced: invoicedAfter([...story, charges]) }).lines).toEqual([]);
      }),
    );
  });
});
