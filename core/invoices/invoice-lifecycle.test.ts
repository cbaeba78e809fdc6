import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawsOf, tableOf, type TransitionTable, unexplainedOf, walk } from "../values/testing/lifecycle-table.ts";
import { advance } from "../values/lifecycle.ts";
import {
  type InvoiceAction,
  invoiceActions,
  invoiceLifecycle,
  type InvoiceState,
  invoiceStateOn,
  invoiceStates,
  openCentsOf,
  type RecordedInvoice,
  sizeOf,
} from "./invoice-lifecycle.ts";
import { checkPaidOn, decidePayment, paymentAction } from "./settlement.ts";

const due = Temporal.PlainDate.from("2026-12-15");
const late = due.add({ days: 1 });
const invoice: RecordedInvoice = { isSent: true, dueOn: due, totalCents: 12_100n, paidCents: 0n, creditedCents: 0n };
const creditNote: RecordedInvoice = { ...invoice, totalCents: -12_100n };

describe("the life of an invoice (M2, M3, CE7)", () => {
  const standing = {
    "fall-due": "overdue",
    "pay-part": "partly-paid",
    "pay-rest": "paid",
    "credit-all": "credited",
  } as const;
  const accepted: TransitionTable<InvoiceState, InvoiceAction> = {
    proposed: { issue: "issued" },
    issued: { ...standing, send: "sent", "credit-part": "issued" },
    sent: { ...standing, "credit-part": "sent" },
    "partly-paid": { ...standing, "credit-part": "partly-paid", "credit-rest": "paid" },
    overdue: {
      remind: "overdue",
      "pay-part": "overdue",
      "pay-rest": "paid",
      "credit-part": "overdue",
      "credit-rest": "paid",
      "credit-all": "credited",
    },
    paid: { "credit-part": "paid", "credit-all": "credited" },
    credited: {},
  };

  it("has these transitions and no other, each refusal explained", () => {
    expect(tableOf(invoiceLifecycle)).toEqual(accepted);
    expect(flawsOf(invoiceLifecycle, "proposed")).toEqual([]);
    expect(unexplainedOf(invoiceLifecycle)).toEqual([]);
  });

  it("never leaves its states, never becomes a proposal again, and is credited for good", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...invoiceActions), { maxLength: 30 }), (tried) => {
        const states = walk(invoiceLifecycle, "proposed", tried);
        expect(states.every((state) => invoiceStates.includes(state))).toBe(true);
        expect(states.lastIndexOf("proposed")).toBe(0);
        const credited = states.indexOf("credited");
        expect(credited === -1 || credited === states.length - 1).toBe(true);
      }),
    );
  });

  it("reminds of what is overdue and of nothing else (M3)", () => {
    const reminded = invoiceStates.filter((state) => advance(invoiceLifecycle, state, "remind").ok);
    expect(reminded).toEqual(["overdue"]);
  });
});

describe("the state of an issued invoice on a date", () => {
  const stateOf = (changes: Partial<RecordedInvoice>, today = due) => invoiceStateOn({ ...invoice, ...changes }, today);

  it("is overdue after its due date, not on it, until nothing is open (M3)", () => {
    expect([stateOf({}), stateOf({}, late)]).toEqual(["sent", "overdue"]);
    expect(stateOf({ isSent: false })).toBe("issued");
    expect([stateOf({ paidCents: 12_099n }), stateOf({ paidCents: 12_099n }, late)]).toEqual([
      "partly-paid",
      "overdue",
    ]);
    expect(stateOf({ paidCents: 12_100n }, late)).toBe("paid");
  });

  it("is paid when payments and credits together reach the total, credited when credits alone do (CE7)", () => {
    expect(stateOf({ paidCents: 10_000n, creditedCents: 2_100n })).toBe("paid");
    expect(stateOf({ creditedCents: 12_100n })).toBe("credited");
    expect(stateOf({ totalCents: 1n, creditedCents: 1n })).toBe("credited");
    expect(stateOf({ paidCents: 12_100n, creditedCents: 12_100n })).toBe("credited");
  });

  it("is the same for a credit note, whose amounts are below zero (CE7)", () => {
    const noteOf = (paidCents: bigint) => invoiceStateOn({ ...creditNote, paidCents }, due);
    expect([noteOf(0n), noteOf(-100n), noteOf(-12_100n)]).toEqual(["sent", "partly-paid", "paid"]);
  });

  it("is paid from the start where lines cancel out", () => {
    expect(stateOf({ totalCents: 0n }, late)).toBe("paid");
  });
});

describe("paying and crediting an invoice (M3, CE7)", () => {
  const refusalOf = (decided: ReturnType<typeof decidePayment>) => (decided.ok ? null : decided.refusal);

  it("adds up in parts to the cent", () => {
    const part = decidePayment(invoice, 2_100n, due);
    expect(part).toMatchObject({ value: { paidCents: 2_100n } });
    const rest = part.ok && decidePayment(part.value, 10_000n, late);
    expect(rest && rest.ok && invoiceStateOn(rest.value, late)).toBe("paid");
  });

  it("takes no more than is open, nothing of nothing, and nothing the wrong way", () => {
    expect(refusalOf(decidePayment({ ...invoice, paidCents: 100n }, 12_001n, due))).toEqual({
      code: "beyond-invoice",
      leftCents: 12_000n,
      askedCents: 12_001n,
    });
    for (const amount of [0n, -1n])
      expect(refusalOf(decidePayment(invoice, amount, due))).toEqual({
        code: "invalid-input",
        fields: { amountCents: "out-of-range" },
      });
    expect(refusalOf(decidePayment(creditNote, 1n, due))).toMatchObject({ code: "invalid-input" });
    expect(decidePayment(creditNote, -12_100n, due)).toMatchObject({ value: { paidCents: -12_100n } });
  });

  it("takes no more than credits left open (CE7)", () => {
    const credited = { ...invoice, creditedCents: 2_100n };
    expect(refusalOf(decidePayment(credited, 10_001n, due))).toMatchObject({ leftCents: 10_000n });
    const paid = decidePayment(credited, 10_000n, due);
    expect(paid.ok && invoiceStateOn(paid.value, late)).toBe("paid");
  });

  it("is of a day from the invoice's own to today", () => {
    const codeOf = (paidOn: string) => {
      const checked = checkPaidOn(Temporal.PlainDate.from(paidOn), {
        issuedOn: due.subtract({ days: 14 }),
        today: due,
      });
      if (checked.ok) return "ok";
      return "fields" in checked.refusal ? checked.refusal.fields["paidOn"] : checked.refusal.code;
    };
    expect(["2026-12-01", "2026-12-15"].map(codeOf)).toEqual(["ok", "ok"]);
    expect(["2026-11-30", "2026-12-16"].map(codeOf)).toEqual(["too-early", "in-future"]);
  });

  it("is credited once its credits reach the total, whatever was paid (CE7)", () => {
    const paid: RecordedInvoice = { ...invoice, paidCents: 12_100n };
    expect(invoiceStateOn({ ...paid, creditedCents: 12_099n }, due)).toBe("paid");
    expect(invoiceStateOn({ ...paid, creditedCents: 12_100n }, due)).toBe("credited");
  });

  it("explains that nothing can be paid on what is paid or credited", () => {
    expect(refusalOf(decidePayment({ ...invoice, paidCents: 12_100n }, 1n, due))).toMatchObject({
      code: "transition-refused",
      from: "paid",
      possible: ["credit-part", "credit-all"],
    });
    expect(refusalOf(decidePayment({ ...invoice, creditedCents: 12_100n }, 1n, due))).toMatchObject({
      code: "transition-refused",
      from: "credited",
    });
  });

  it("leads where the lifecycle says, for any payments and credits on any days", () => {
    const deed = fc.record({
      isPayment: fc.boolean(),
      amount: fc.integer({ min: 1, max: 12_200 }).map(BigInt),
      isAll: fc.boolean(),
      days: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(1n, -1n), fc.array(deed, { maxLength: 12 }), (sign, deeds) => {
        let known: RecordedInvoice = { ...invoice, totalCents: sign * 12_100n };
        let today = due.subtract({ days: 14 });
        for (const { isPayment, amount, isAll, days } of deeds) {
          const earlier = invoiceStateOn(known, today);
          today = today.add({ days });
          const before = invoiceStateOn(known, today);
          expect(before === earlier || walk(invoiceLifecycle, earlier, ["fall-due"]).at(-1) === before).toBe(true);
          const left = isPayment ? openCentsOf(known) : known.totalCents - known.creditedCents;
          const cents = isAll ? left : sign * amount;
          const action = isPayment ? paymentAction(known, cents) : creditAction(known, cents);
          const next = isPayment ? paid(known, cents, today) : credited(known, cents);
          if (next === null) continue;
          known = next;
          expect(advance(invoiceLifecycle, before, action)).toEqual({ ok: true, value: invoiceStateOn(known, today) });
        }
      }),
      { numRuns: 500 },
    );
  });
});

function paid(known: RecordedInvoice, cents: bigint, today: Temporal.PlainDate): RecordedInvoice | null {
  const decided = decidePayment(known, cents, today);
  return decided.ok ? decided.value : null;
}

/** What credits of lines come to: together no more than the invoice. */
function credited(known: RecordedInvoice, cents: bigint): RecordedInvoice | null {
  const creditedCents = known.creditedCents + cents;
  return cents !== 0n && sizeOf(creditedCents) <= sizeOf(known.totalCents) ? { ...known, creditedCents } : null;
}

/**
 * With it the credits reach the total, or nothing stays open, or it is a part, which of a paid invoice is to be given
 * back.
 */
function creditAction(known: RecordedInvoice, cents: bigint): InvoiceAction {
  const total = sizeOf(known.totalCents);
  const after = sizeOf(known.creditedCents + cents);
  if (after >= total) return "credit-all";
  const isOpen = sizeOf(known.paidCents) + sizeOf(known.creditedCents) < total;
  return isOpen && sizeOf(known.paidCents) + after >= total ? "credit-rest" : "credit-part";
}
