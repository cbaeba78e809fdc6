import { describe, expect, it } from "vitest";
import { exampleTicket } from "../charges/testing/charge-examples.ts";
import { noWork, type OrganisationWork } from "../charges/charge-work.ts";
import type { ChargedAuthorisation, Forgiveness } from "../charges/charged-work.ts";
import { monthOf } from "../values/month.ts";
import { keepWork, recallWork } from "./kept-work.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

function onePrice(id: string, deliveredOn: Temporal.PlainDate | null): ChargedAuthorisation {
  return { id, ticketId: "t1", validUntil: null, heldRules: null, fixedPrice: { amountCents: 95_000n, deliveredOn } };
}

function forgivenBy(creditNote: string): Forgiveness {
  const vat = { category: "standard", percent: 21 } as const;
  const key = {
    ticketId: "t1",
    month: monthOf("2026-10"),
    kind: "work",
    window: "office",
    sourceId: null,
    vat,
  } as const;
  return { key, minutes: 30, amountCents: 5000n, reason: "our mistake", creditNote };
}

const recalled = (recorded: OrganisationWork, kept: OrganisationWork) => recallWork(recorded, keepWork(kept));

describe("what an invoice keeps of what can change later (R13)", () => {
  it("is which start fees were waived by then (T1)", () => {
    const work = (isWaived: boolean) => ({ ...noWork, tickets: [exampleTicket({ isStartFeeWaived: isWaived })] });
    expect(recalled(work(true), work(false)).work.tickets).toMatchObject([{ isStartFeeWaived: false }]);
    expect(recalled(work(false), work(true)).work.tickets).toMatchObject([{ isStartFeeWaived: true }]);
  });

  it("is which quotes for one price were delivered, and when (T3)", () => {
    const work = (first: Temporal.PlainDate | null, second: Temporal.PlainDate | null) => ({
      ...noWork,
      tickets: [exampleTicket()],
      authorisations: [onePrice("q1", first), onePrice("q2", second)],
    });
    const then = work(day("2026-10-20"), null);
    const now = work(day("2026-10-21"), day("2026-11-02"));
    expect(recalled(now, then).work.authorisations).toEqual(then.authorisations);
  });

  it("is the agreement to work outside office hours, and nothing has changed while it is the same (M5)", () => {
    const work = (agreedAt: string | null) => {
      const outsideHoursAgreedAt = agreedAt === null ? null : Temporal.Instant.from(agreedAt);
      return { ...noWork, tickets: [exampleTicket({ outsideHoursAgreedAt })] };
    };
    const [first, second] = ["2026-10-01T06:00:00Z", "2026-10-02T06:00:00Z"];
    expect(recalled(work(first), work(first)).changed).toEqual([]);
    expect(recalled(work(second), work(first)).changed).toEqual([{ reference: "T01", kept: first, now: second }]);
    expect(recalled(work(second), work(first)).work.tickets).toMatchObject([
      { outsideHoursAgreedAt: Temporal.Instant.from(first) },
    ]);
  });

  it("leaves an authorisation by the hour as it is: nothing of it changes (T3)", () => {
    const byTheHour = { ...onePrice("q1", null), validUntil: day("2026-12-31"), fixedPrice: null };
    const work = { ...noWork, tickets: [exampleTicket()], authorisations: [byTheHour] };
    expect(recalled(work, work).work.authorisations).toEqual([byTheHour]);
  });

  it("is what credit notes had forgiven by then, and says when that is gone (CE7)", () => {
    const work = (...creditNotes: readonly string[]) => ({ ...noWork, forgiven: creditNotes.map(forgivenBy) });
    const { work: found, gone } = recalled(work("2026-0003", "2026-0005"), work("2026-0003"));
    expect(found.forgiven.map(({ creditNote }) => creditNote)).toEqual(["2026-0003"]);
    expect(gone).toEqual([]);
    expect(recalled(noWork, work("2026-0003")).gone).toEqual([{ what: "forgiven", id: "2026-0003" }]);
  });
});
