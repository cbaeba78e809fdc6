import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import { chargesInShort, exampleEntry, exampleTicket, monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import type { VatPosition } from "./vat.ts";

const startFee = "start-fee office 15 x 10000 = 2500";

describe("charging a month", () => {
  it("costs nothing without tickets (M1)", () => {
    expect(chargesInShort("2026-10", [], [])).toEqual([]);
  });

  it("splits work at 9:00 and 17:00 and rounds each line once (M4, CE1, CE4)", () => {
    // Office 20 + 30 = 50 min x 100.00 / 60 = 83.33; outside 15 + 37 = 52 min x 125.00 / 60 = 108.33.
    const entries = [
      exampleEntry("research", "2026-10-01T08:45+02:00", "2026-10-01T09:20+02:00"),
      exampleEntry("research", "2026-10-01T16:30+02:00", "2026-10-01T17:37+02:00"),
    ];
    expect(chargesInShort("2026-10", [exampleTicket()], entries)).toEqual([
      startFee,
      "work office 50 x 10000 = 8333",
      "work outside 52 x 12500 = 10833",
    ]);
  });

  it("charges the start fee only in the month of creation, and not when it was waived (T1)", () => {
    const entry = exampleEntry("research", "2026-11-02T10:00+01:00", "2026-11-02T10:30+01:00");
    expect(chargesInShort("2026-11", [exampleTicket()], [entry])).toEqual(["work office 30 x 10000 = 5000"]);
    expect(chargesInShort("2026-10", [exampleTicket({ isStartFeeWaived: true })], [entry])).toEqual([]);
  });

  it("charges the start fee in the local month of the very minute of creation (T1, T6)", () => {
    const created = (at: string) => [exampleTicket({ createdAt: Temporal.Instant.from(at) })];
    expect(chargesInShort("2026-10", created("2026-10-01T00:00+02:00"), [])).toEqual([startFee]);
    expect(chargesInShort("2026-10", created("2026-10-31T23:59:59+01:00"), [])).toEqual([startFee]);
    expect(chargesInShort("2026-10", created("2026-11-01T00:00+01:00"), [])).toEqual([]);
    expect(chargesInShort("2026-10", created("2026-09-30T23:59:59+02:00"), [])).toEqual([]);
  });

  it("says what a start fee covered on the first line that is charged, and nothing where it covered nothing (T1)", () => {
    const entries = [
      exampleEntry("administration", "2026-11-02T10:00+01:00", "2026-11-02T10:05+01:00"),
      exampleEntry("research", "2026-11-02T18:00+01:00", "2026-11-02T18:30+01:00"),
    ];
    const [outside] = chargeMonth(monthOfWork("2026-11", { entries }));
    expect(outside?.window).toBe("outside");
    expect(outside?.reasons).toContainEqual({ rule: "T1", kind: "covered-administration", minutes: 5 });
    const [alone] = chargeMonth(monthOfWork("2026-10"));
    expect(alone?.reasons.map(({ kind }) => kind)).toEqual(["start-fee", "amount"]);
  });

  it("says why an amount carries no VAT, and nothing where it does (CE5)", () => {
    const told = (vatPosition: VatPosition) =>
      chargeMonth(monthOfWork("2026-10", { vatPosition })).flatMap(({ reasons }) =>
        reasons.flatMap((reason) => (reason.kind === "vat-elsewhere" ? [reason.category] : [])),
      );
    expect(told("domestic")).toEqual([]);
    expect(told("eu-business")).toEqual(["reverse-charge"]);
    expect(told("outside-eu")).toEqual(["outside-scope"]);
  });

  it("covers the first 15 minutes of administration, whichever month they were logged in (T1)", () => {
    // 10 of October's and 5 of November's 12 minutes are covered; 7 min x 100.00 / 60 = 11.67.
    const entries = [
      exampleEntry("administration", "2026-11-02T10:00+01:00", "2026-11-02T10:12+01:00"),
      exampleEntry("administration", "2026-10-02T10:00+02:00", "2026-10-02T10:10+02:00"),
    ];
    expect(chargesInShort("2026-10", [exampleTicket()], entries)).toEqual([startFee]);
    expect(chargesInShort("2026-11", [exampleTicket()], entries)).toEqual(["work office 7 x 10000 = 1167"]);
  });

  it("covers administration also when the start fee was waived", () => {
    const entry = exampleEntry("administration", "2026-10-02T10:00+02:00", "2026-10-02T10:16+02:00");
    expect(chargesInShort("2026-10", [exampleTicket({ isStartFeeWaived: true })], [entry])).toEqual([
      "work office 1 x 10000 = 167",
    ]);
  });

  it("covers by the clock where entries overlap, which only the command line allows", () => {
    // By the minute: 16:50-16:55 of the first (5), then 16:55-17:00 of both (10) are covered. Left: 20 and 5 outside.
    const entries = [
      exampleEntry("administration", "2026-10-01T16:50+02:00", "2026-10-01T17:20+02:00"),
      exampleEntry("administration", "2026-10-01T16:55+02:00", "2026-10-01T17:05+02:00"),
    ];
    expect(chargesInShort("2026-10", [exampleTicket()], entries)).toEqual([startFee, "work outside 25 x 12500 = 5208"]);
  });

  it("charges the dearer windows only from the moment of the agreement (M5)", () => {
    // Agreed at 17:30:20: the minute that began at 17:30 had begun before it. 31 office, 29 outside.
    const agreed = exampleTicket({ outsideHoursAgreedAt: Temporal.Instant.from("2026-10-01T17:30:20+02:00") });
    const entry = exampleEntry("research", "2026-10-01T17:00+02:00", "2026-10-01T18:00+02:00");
    expect(chargesInShort("2026-10", [agreed], [entry])).toEqual([
      startFee,
      "work office 31 x 10000 = 5167",
      "work outside 29 x 12500 = 6042",
    ]);
    expect(chargesInShort("2026-10", [exampleTicket({ outsideHoursAgreedAt: null })], [entry])).toEqual([
      startFee,
      "work office 60 x 10000 = 10000",
    ]);
  });

  it("counts an agreement given as the work began for all of it", () => {
    const charges = chargeMonth(
      monthOfWork("2026-10", {
        tickets: [exampleTicket({ outsideHoursAgreedAt: Temporal.Instant.from("2026-10-01T17:00+02:00") })],
        entries: [exampleEntry("research", "2026-10-01T16:00+02:00", "2026-10-01T18:00+02:00")],
      }),
    );
    expect(charges.map(({ window, minutes }) => [window, minutes])).toEqual([
      ["office", 15],
      ["office", 60],
      ["outside", 60],
    ]);
    expect(charges.flatMap(({ reasons }) => reasons.map((reason) => reason.rule))).not.toContain("M5");
  });

  it("counts office hours as one stretch, whenever meanwhile a contact agreed to others (M5)", () => {
    const agreed = exampleTicket({ outsideHoursAgreedAt: Temporal.Instant.from("2026-10-01T10:30+02:00") });
    const entries = [exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T11:00+02:00")];
    const [, work] = chargeMonth(monthOfWork("2026-10", { tickets: [agreed], entries }));
    expect(work?.reasons[0]).toMatchObject({ rule: "M4", minutes: 60, entries: [{ minutes: 60 }] });
  });

  it("charges an additional ticket at least the additional rate, or flat (T5)", () => {
    const additional = exampleTicket({ isAdditional: true, numberInMonth: 16 });
    const entry = exampleEntry("research", "2026-10-01T16:00+02:00", "2026-10-01T18:00+02:00");
    expect(chargesInShort("2026-10", [additional], [entry])).toEqual([
      "start-fee office 15 x 11500 = 2875",
      "work office 60 x 11500 = 11500",
      "work outside 60 x 12500 = 12500",
    ]);
    const flat = { ...defaultTerms(2026), additionalTicketRule: "flat" as const };
    expect(chargesInShort("2026-10", [additional], [entry], flat)).toEqual([
      "start-fee office 15 x 11500 = 2875",
      "work office 60 x 11500 = 11500",
      "work outside 60 x 11500 = 11500",
    ]);
  });

  it("counts work on the provider's own holidays as a holiday (CE2)", () => {
    const charges = chargeMonth(
      monthOfWork("2026-10", {
        extraHolidays: [Temporal.PlainDate.from("2026-10-02")],
        tickets: [exampleTicket()],
        entries: [exampleEntry("research", "2026-10-02T10:00+02:00", "2026-10-02T10:30+02:00")],
      }),
    );
    expect(charges.at(1)?.window).toBe("weekend-holiday");
  });

  it("does not guess about work of an unknown ticket", () => {
    const stray = exampleEntry("research", "2026-10-02T10:00+02:00", "2026-10-02T10:30+02:00", { ticketId: "t9" });
    expect(() => chargesInShort("2026-10", [exampleTicket()], [stray])).toThrow("not given");
  });

  it("carries the reasons of every amount as plain JSON", () => {
    const ticket = exampleTicket({ isAdditional: true, numberInMonth: 16, outsideHoursAgreedAt: null });
    const entries = [
      exampleEntry("administration", "2026-10-01T16:50+02:00", "2026-10-01T17:20+02:00", { id: "e1" }),
      exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T10:30+02:00", { id: "e2", authorisationId: "a1" }),
    ];
    const [fee, work] = chargeMonth(
      monthOfWork("2026-10", {
        tickets: [ticket],
        entries,
      }),
    );
    const additional = {
      rule: "T5",
      kind: "additional-ticket",
      number: 16,
      ticketsPerMonth: 15,
      additionalTicketRule: "at-least",
    };
    expect(JSON.parse(JSON.stringify(fee?.reasons))).toEqual([
      { rule: "T1", kind: "start-fee", minutes: 15 },
      { rule: "T1", kind: "covered-administration", minutes: 15 },
      additional,
      { rule: "CE4", kind: "amount", minutes: 15, amountCents: 2875 },
    ]);
    const office = { entryId: "e2", step: "research", start: "2026-10-01T08:00:00Z", end: "2026-10-01T08:30:00Z" };
    const evening = {
      entryId: "e1",
      step: "administration",
      start: "2026-10-01T15:05:00Z",
      end: "2026-10-01T15:20:00Z",
    };
    expect(JSON.parse(JSON.stringify(work?.reasons))).toEqual([
      { rule: "M4", kind: "window-minutes", window: "office", minutes: 30, entries: [{ ...office, minutes: 30 }] },
      { rule: "M5", kind: "outside-not-agreed", minutes: 15, entries: [{ ...evening, minutes: 15 }] },
      { rule: "T3", kind: "authorised", authorisationId: "a1", minutes: 30 },
      additional,
      { rule: "CE4", kind: "amount", minutes: 45, amountCents: 8625 },
    ]);
  });
});
