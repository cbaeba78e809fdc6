import { describe, expect, it } from "vitest";
import { type InvoiceFacts, invoiceDeeds, mailingDeeds } from "./invoice-deeds.ts";

const today = Temporal.PlainDate.from("2026-11-10");
const invoice: InvoiceFacts = {
  number: "2026-0001",
  kind: "invoice",
  today,
  isSent: true,
  dueOn: today.add({ days: 14 }),
  totalCents: 12_100n,
  paidCents: 0n,
  creditedCents: 0n,
};

const refusalOf = (deed: keyof typeof invoiceDeeds, changes: Partial<InvoiceFacts> = {}) => {
  const result = invoiceDeeds[deed]({ ...invoice, ...changes });
  return result.ok ? null : result.refusal;
};

describe("what an invoice allows as it is now", () => {
  it("is a payment while something is open, also late and on a credit note (M3)", () => {
    expect(refusalOf("invoice.record-payment")).toBeNull();
    expect(refusalOf("invoice.record-payment", { today: today.add({ days: 40 }) })).toBeNull();
    expect(refusalOf("invoice.record-payment", { kind: "credit-note", totalCents: -12_100n })).toBeNull();
    for (const settled of [{ paidCents: 12_100n }, { creditedCents: 12_100n }])
      expect(refusalOf("invoice.record-payment", settled)).toMatchObject({ code: "transition-refused" });
  });

  it("is a credit, but for a credit note; it can always be read (CE7)", () => {
    expect(refusalOf("invoice.credit", { paidCents: 12_100n })).toBeNull();
    expect(refusalOf("invoice.credit", { kind: "credit-note" })).toEqual({
      code: "nothing-to-credit",
      invoice: "2026-0001",
    });
    expect(refusalOf("invoice.read", { kind: "credit-note" })).toBeNull();
  });

  it("is mailing it by hand if nothing else did (M2)", () => {
    const mail = (isSent: boolean, mails: number) =>
      mailingDeeds["invoice.mail"]({ number: invoice.number, isSent, mails });
    expect(mail(false, 0).ok).toBe(true);
    for (const under of [mail(true, 0), mail(false, 1)])
      expect(under).toEqual({ ok: false, refusal: { code: "mail-under-way", invoice: "2026-0001" } });
  });
});
