import { describe, expect, it } from "vitest";
import { officeWeek, type Week } from "../calendar/week.ts";
import { exampleEntry, exampleTicket } from "../charges/testing/charge-examples.ts";
import { noWork } from "../charges/charge-work.ts";
import type { ChargedAuthorisation } from "../charges/charged-work.ts";
import { chargeRules } from "../charges/rules.ts";
import { defaultTerms, standardWindows } from "../contracts/terms.ts";
import { eveningWork, inShort, isIn2026, of2026, officeWork, replayed } from "./testing/replay-examples.ts";
import { replay } from "./replay.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("the same work under other terms", () => {
  it("costs what the other rates make of it, line by line", () => {
    const windows = standardWindows({ office: 11_000n, outside: 12_500n, "weekend-holiday": 14_500n });
    const result = replayed({ entries: [officeWork, eveningWork] }, { windows });
    // Office: 50 + 30 = 80 min; 80 x 100.00 / 60 = 133.33, 80 x 110.00 / 60 = 146.67. Start fee: 15 min, 25.00 and
    // 27.50.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 2750, 250 M4 rate",
      "T01 work office: 13333 -> 14667, 1334 M4 rate",
      "T01 work outside: 6250 -> 6250, 0",
    ]);
    expect(result.differenceCents).toBe(1584n);
    expect(result.lines[0]?.changes).toEqual([{ rule: "M4", kind: "rate", rateBefore: 10_000, rateAfter: 11_000 }]);
    expect(result.startFees).toEqual({ before: 2500n, after: 2750n });
  });

  it("names the additional rate where it made the price on either side (T5)", () => {
    const tickets = [exampleTicket({ isAdditional: true, numberInMonth: 16 })];
    const office = standardWindows({ office: 12_000n, outside: 12_500n, "weekend-holiday": 14_500n });
    // The fee: before at the additional 115.00, after at the window's own 120.00.
    expect(inShort(replayed({ tickets }, { windows: office, ticketsPerMonth: 0 }))).toEqual([
      "T01 start-fee office: 2875 -> 3000, 125 T5 additional-rate",
    ]);
    // Half an hour outside: before at the window's own 125.00, after at the additional 130.00.
    const dearer = { additionalTicketRate: 13_000n, ticketsPerMonth: 0 };
    expect(inShort(replayed({ tickets, entries: [eveningWork] }, dearer)).at(-1)).toBe(
      "T01 work outside: 6250 -> 6500, 250 T5 additional-rate",
    );
  });

  it("names covered administration only for lines that it changed (T1)", () => {
    const longer = { startFeeMinutes: 30, week: officeWeek({ opens: "09:00", closes: "18:00" }) };
    expect(inShort(replayed({ entries: [eveningWork] }, longer)).slice(1)).toEqual([
      "T01 work office: 5000 -> 10000, 5000 M4 windows",
      "T01 work outside: 6250 -> 0, -6250 M4 windows",
    ]);
    const administration = exampleEntry("administration", "2026-10-01T10:00+02:00", "2026-10-01T10:25+02:00");
    const result = replayed({ entries: [administration, eveningWork] }, { startFeeMinutes: 30 });
    expect(inShort(result).slice(1)).toEqual([
      "T01 work office: 6667 -> 5000, -1667 T1 covered-administration",
      "T01 work outside: 6250 -> 6250, 0",
    ]);
  });

  it("keeps a quote's price of nothing, also where the ticket became an additional one (T3, T5)", () => {
    const free = standardWindows({ office: 0n, outside: 0n, "weekend-holiday": 0n });
    const quote = {
      id: "q1",
      ticketId: "t1",
      validUntil: Temporal.PlainDate.from("2026-12-31"),
      heldRules: chargeRules({ ...defaultTerms(2026), windows: free }),
      fixedPrice: null,
    };
    const entries = [{ ...officeWork, authorisationId: "q1" }];
    const result = replayed({ entries, authorisations: [quote] }, { ticketsPerMonth: 0 });
    expect(inShort(result).at(-1)).toBe("T01 work office: 0 -> 0, 0");
  });

  it("is added up month by month, with VAT rounded on each month's sum", () => {
    const november = exampleEntry("research", "2026-11-02T10:00+01:00", "2026-11-02T10:07+01:00");
    const { months, totals } = replayed({ entries: [officeWork, november] }, { vatPercent: 22 });
    // October: 25.00 + 83.33 = 108.33; 21 % is 22.75, 22 % is 23.83. November: 7 x 100.00 / 60 = 11.67; 2.45 and 2.57.
    expect(
      months.map(({ month, before, after }) => [month, before.subtotalCents, before.vatCents, after.vatCents]),
    ).toEqual([
      ["2026-10", 10_833n, 2275n, 2383n],
      ["2026-11", 1167n, 245n, 257n],
    ]);
    expect(totals).toEqual({
      before: { subtotalCents: 12_000n, vatCents: 2520n, totalCents: 14_520n },
      after: { subtotalCents: 12_000n, vatCents: 2640n, totalCents: 14_640n },
    });
  });

  it("counts other tickets as additional: by their number, as far as they were made in these months", () => {
    const at = (text: string) => ({ createdAt: Temporal.Instant.from(text), outsideHoursAgreedAt: null });
    const tickets = [
      exampleTicket({ id: "t1", reference: "T01", ...at("2026-10-01T09:00+02:00") }),
      exampleTicket({ id: "t2", reference: "T02", numberInMonth: 2, ...at("2026-10-02T09:00+02:00") }),
      exampleTicket({
        id: "t0",
        reference: "T00",
        numberInMonth: 16,
        isAdditional: true,
        ...at("2025-12-30T09:00+01:00"),
      }),
    ];
    const old = exampleEntry("research", "2026-01-05T10:00+01:00", "2026-01-05T11:00+01:00", { ticketId: "t0" });
    const result = replayed({ tickets, entries: [old] }, { ticketsPerMonth: 1 });
    expect(result.additionalTickets).toEqual({ before: 0, after: 1 });
    // 15 min at 115.00 is 28.75; the ticket of 2025 keeps what it was.
    expect(inShort(result)).toEqual([
      "T00 work office: 11500 -> 11500, 0",
      "T01 start-fee office: 2500 -> 2500, 0",
      "T02 start-fee office: 2500 -> 2875, 375 T4 additional",
    ]);
    const dearer = replayed(
      { tickets: [exampleTicket({ isAdditional: true, numberInMonth: 16 })] },
      { additionalTicketRate: 12_000n },
    );
    expect(inShort(dearer)).toEqual(["T01 start-fee office: 2875 -> 3000, 125 T5 additional-rate"]);
  });

  it("takes the other start fee, and charges less administration besides", () => {
    const assessed = exampleEntry("administration", "2026-10-01T10:00+02:00", "2026-10-01T10:40+02:00");
    const result = replayed({ entries: [assessed] }, { startFeeMinutes: 30 });
    // 15 and 30 min of start fee; 40 - 15 = 25 min and 40 - 30 = 10 min of work.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 5000, 2500 T1 start-fee",
      "T01 work office: 4167 -> 1667, -2500 T1 covered-administration",
    ]);
    expect(inShort(replayed({ entries: [] }, { startFeeMinutes: 0 }))).toEqual([
      "T01 start-fee office: 2500 -> 0, -2500 T1 start-fee",
    ]);
    const waived = replayed({ tickets: [exampleTicket({ isStartFeeWaived: true })] }, { startFeeMinutes: 60 });
    expect(inShort(waived)).toEqual([]);
  });

  it("moves minutes to where other hours put them", () => {
    const result = replayed({ entries: [eveningWork] }, { week: officeWeek({ opens: "09:00", closes: "18:00" }) });
    // 30 min office and 30 outside become 60 min office.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 2500, 0",
      "T01 work office: 5000 -> 10000, 5000 M4 windows",
      "T01 work outside: 6250 -> 0, -6250 M4 windows",
    ]);
  });

  it("compares windows that one of the terms does not have together, and lists the lines of both", () => {
    const names = { nl: "avond", en: "evening" };
    const evening = { id: "evening", names, hourlyRate: 13_000n };
    const [office] = defaultTerms(2026).windows;
    const week = JSON.parse(
      JSON.stringify(defaultTerms(2026).week).replaceAll(/outside|weekend-holiday/g, "evening"),
    ) as Week;
    const result = replayed(
      { entries: [eveningWork] },
      { windows: office === undefined ? [] : [office, evening], week },
    );
    // 30 min x 125.00 / 60 = 62.50, 30 x 130.00 / 60 = 65.00.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 2500, 0",
      "T01 work null: 6250 -> 6500, 250 M4 windows",
      "T01 work office: 5000 -> 5000, 0",
    ]);
    const together = result.lines[1];
    expect([together?.before.map(({ window }) => window), together?.after.map(({ window }) => window)]).toEqual([
      ["outside"],
      ["evening"],
    ]);
  });

  it("says which tickets would have needed an authorisation, and charges them all the same", () => {
    const long = exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T11:30+02:00");
    // 15 + 90 = 105 min, of 60.
    const result = replayed({ entries: [long] }, { authorisedMinutes: 60 });
    expect(result.beyondCeiling).toEqual([{ ticketId: "t1", reference: "T01", minutes: 45 }]);
    expect(result.differenceCents).toBe(0n);
    const allowed = replay({
      work: { ...noWork, tickets: [exampleTicket()], entries: [long] },
      from: of2026,
      to: chargeRules({ ...defaultTerms(2027), authorisedMinutes: 60 }),
      isAsked: isIn2026,
      approvedMinutes: new Map([["t1", 30]]),
    });
    expect(allowed.beyondCeiling).toEqual([{ ticketId: "t1", reference: "T01", minutes: 15 }]);
  });

  it("leaves work for one price outside the ceiling and its price as it was", () => {
    const quote: ChargedAuthorisation = {
      id: "q1",
      ticketId: "t1",
      validUntil: day("2026-12-31"),
      heldRules: null,
      fixedPrice: { amountCents: 50_000n, deliveredOn: day("2026-10-20") },
    };
    const long = exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T14:00+02:00", {
      authorisationId: "q1",
    });
    const result = replayed(
      { entries: [long], authorisations: [quote] },
      { authorisedMinutes: 60, startFeeMinutes: 0 },
    );
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 0, -2500 T1 start-fee",
      "T01 quote null: 50000 -> 50000, 0",
    ]);
    expect(result.beyondCeiling).toEqual([]);
  });

  it("keeps the prices that an approved quote holds, also for what would be an additional ticket", () => {
    const quote: ChargedAuthorisation = {
      id: "q1",
      ticketId: "t1",
      validUntil: day("2026-10-01"),
      heldRules: null,
      fixedPrice: null,
    };
    const under = { authorisationId: "q1" };
    const held = exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T11:00+02:00", under);
    const later = exampleEntry("research", "2026-10-02T10:00+02:00", "2026-10-02T11:00+02:00", under);
    const windows = standardWindows({ office: 20_000n, outside: 20_000n, "weekend-holiday": 20_000n });
    const result = replayed(
      { entries: [held, later], authorisations: [quote] },
      { windows, ticketsPerMonth: 0, additionalTicketRate: 30_000n },
    );
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 7500, 5000 T4 additional",
      "T01 work office: 10000 -> 30000, 20000 T4 additional",
      "T01 work office: 10000 -> 10000, 0",
    ]);
  });
});

describe("a replay", () => {
  it("is of the months that are asked for", () => {
    const january = exampleEntry("research", "2027-01-04T10:00+01:00", "2027-01-04T11:00+01:00");
    expect(replayed({ entries: [january] }, {}).months.map(({ month }) => month)).toEqual(["2026-10"]);
  });

  it("of nothing is nothing", () => {
    expect(replay({ work: noWork, from: of2026, to: of2026, isAsked: isIn2026 })).toMatchObject({
      lines: [],
      months: [],
      differenceCents: 0n,
      beyondCeiling: [],
    });
  });
});
