import { describe, expect, it } from "vitest";
import { type ProposedLine, proposeInvoice } from "./propose-invoice.ts";
import { monthOf } from "../values/month.ts";
import type { Charge } from "../charges/charge.ts";
import { creditLines, type CreditRequest } from "./credit-invoice.ts";
import { verifyCredit } from "./verify-credit.ts";

const work: Charge = {
  ticketId: "t1",
  reference: "T01",
  month: monthOf("2026-10"),
  kind: "work",
  window: "office",
  sourceId: null,
  windowNames: { nl: "kantooruren", en: "office hours" },
  vat: { category: "standard", percent: 21 },
  minutes: 50,
  hourlyRateCents: 10_000n,
  amountCents: 8333n,
  reasons: [],
};

/** 50 minutes at 83.33, all forgiven. */
const { lines: invoiced } = proposeInvoice({ charges: [work], alreadyInvoiced: [] });
const request: CreditRequest = {
  invoice: { number: "2026-0001", kind: "invoice", lines: invoiced },
  positions: null,
  mode: "forgive",
  reason: "our mistake",
  creditedBefore: [],
  invoiced,
};

function issued() {
  const credit = creditLines(request);
  if (!credit.ok) throw new Error(credit.refusal.code);
  const { lines, forgiven } = credit.value;
  return { lines, forgiven: forgiven.map((one) => ({ ...one, creditNote: "2026-0002" })) };
}

const verify = (lines: readonly ProposedLine[], forgiven = issued().forgiven, asked = request) =>
  verifyCredit({ number: "2026-0002", lines }, asked, forgiven);

describe("verifying a credit note against what it credits (CE7)", () => {
  it("finds nothing where it follows, whatever other credit notes forgave", () => {
    const { lines, forgiven } = issued();
    const others = forgiven.map((one) => ({ ...one, amountCents: 1n, creditNote: "2026-0003" }));
    expect(verify(lines, [...forgiven, ...others])).toEqual([]);
  });

  it("finds a cent of a line, and another reason than was given", () => {
    const [line] = issued().lines;
    if (line === undefined) throw new Error("no line");
    expect(verify([{ ...line, amountCents: -8334n }])).toMatchObject([
      { kind: "line-differs", figures: [{ what: "amount", expected: -8333n, stored: -8334n }] },
    ]);
    const other = { ...request, reason: "a gift" };
    expect(verify([line], issued().forgiven, other)).toMatchObject([
      { kind: "line-differs", figures: [{ what: "reasons[0].reason", expected: "a gift", stored: "our mistake" }] },
      { kind: "forgiven-differs", figures: [{ what: "reason", expected: "a gift", stored: "our mistake" }] },
    ]);
  });

  it("finds what was forgiven and is not kept, and what is kept and was not forgiven", () => {
    const { lines, forgiven } = issued();
    expect(verify(lines, [])).toMatchObject([
      {
        kind: "forgiven-differs",
        figures: [{ what: "minutes", stored: null }, { what: "amount" }, { what: "reason" }],
      },
    ]);
    const rebilled = { ...request, mode: "rebill" as const };
    expect(verify(lines, forgiven, rebilled)).toMatchObject([
      { kind: "forgiven-differs", figures: [{ what: "minutes", expected: null, stored: 50 }, {}, {}] },
    ]);
  });

  it("says why what it credits could not be credited", () => {
    const { lines } = issued();
    expect(verify(lines, issued().forgiven, { ...request, creditedBefore: lines })).toEqual([
      { kind: "credit-unfounded", invoice: "2026-0001", why: "already-credited" },
    ]);
  });
});
