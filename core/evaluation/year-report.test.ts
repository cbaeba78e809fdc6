import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingCalendar } from "../calendar/working-days.ts";
import { exampleEntry, exampleTicket } from "../charges/testing/charge-examples.ts";
import { chargeWork, noWork } from "../charges/charge-work.ts";
import { chargeRules } from "../charges/rules.ts";
import { totalsOf } from "../charges/totals.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { outcomes } from "../tickets/outcome.ts";
import { steps } from "../tickets/step.ts";
import { sumCents } from "../values/money.ts";
import { monthOf } from "../values/month.ts";
import { isInYear } from "./year-counts.ts";
import { yearReport, type YearToEvaluate } from "./year-report.ts";

const terms = defaultTerms(2026);
const rules = chargeRules(terms);
const at = (text: string) => Temporal.Instant.from(text);

/** A year in which nothing happened, but for what is told. */
function report(given: Partial<YearToEvaluate> = {}) {
  return yearReport({
    year: 2026,
    rules,
    workingDays: workingCalendar({ terms, extraHolidays: [] }),
    work: noWork,
    tickets: [],
    authorisations: [],
    notChargedReasons: [],
    credits: [],
    now: at("2026-12-31T12:00Z"),
    ...given,
  });
}

const inOctober = exampleTicket();
const additional = exampleTicket({
  id: "t2",
  reference: "T02",
  createdAt: at("2026-11-02T09:00+01:00"),
  numberInMonth: 16,
  isAdditional: true,
});
const ofLastYear = exampleTicket({
  id: "t0",
  reference: "T00",
  createdAt: at("2025-12-30T09:00+01:00"),
  outsideHoursAgreedAt: at("2025-12-30T09:00+01:00"),
});
const entries = [
  // Last year's ticket is worked on across the turn of the year: 20 of 30 min lie in 2026, on New Year's Day.
  exampleEntry("research", "2025-12-31T23:50+01:00", "2026-01-01T00:20+01:00", { ticketId: "t0" }),
  exampleEntry("administration", "2026-10-01T10:00+02:00", "2026-10-01T10:25+02:00"),
  exampleEntry("resolution", "2026-10-01T16:30+02:00", "2026-10-01T17:30+02:00"),
  exampleEntry("resolution", "2026-10-02T10:00+02:00", "2026-10-02T10:40+02:00", { isChargeable: false }),
  exampleEntry("research", "2026-11-02T10:00+01:00", "2026-11-02T11:00+01:00", { ticketId: "t2" }),
];
const correction = {
  id: "c1",
  ticketId: "t2",
  month: monthOf("2026-11"),
  amountCents: 1000n,
  vat: "standard",
  reason: "Te lang gezocht",
} as const;
const worked = { ...noWork, tickets: [additional, inOctober, ofLastYear], entries, corrections: [correction] };

describe("the evaluation of a year", () => {
  it("of nothing is twelve empty months", () => {
    const empty = report();
    expect(empty.months).toHaveLength(12);
    expect(empty.months.every((month) => month.ticketCount === 0 && month.amountCents === 0n)).toBe(true);
    expect(empty).toMatchObject({
      ticketCount: 0,
      outcomes: [],
      windows: [],
      kinds: [],
      averageCents: null,
      dearest: [],
    });
    expect(empty.pickup.share).toBeNull();
    expect(empty.sums).toEqual({ subtotalCents: 0n, vatCents: 0n, totalCents: 0n });
  });

  it("says month by month how many tickets there were and what was charged", () => {
    const { months, ticketCount, additionalCount } = report({ work: worked });
    const used = months.filter((month) => month.minutes > 0);
    // January: 20 min x 145.00 / 60 = 48.33. October: 15 + 10 + 30 office = 55 min, 25.00 + 66.67, and 30 outside,
    // 62.50. November: 15 + 60 min at 115.00, 28.75 + 115.00, less 10.00.
    expect(
      used.map((month) => [month.month, month.ticketCount, month.additionalCount, month.minutes, month.amountCents]),
    ).toEqual([
      ["2026-01", 0, 0, 20, 4833n],
      ["2026-10", 1, 0, 85, 15_417n],
      ["2026-11", 1, 1, 75, 13_375n],
    ]);
    expect([ticketCount, additionalCount]).toEqual([2, 1]);
  });

  it("says what the time went to, charged or not, and in which windows it was charged", () => {
    const {
      steps: worked2026,
      windows,
      notCharged,
    } = report({
      work: worked,
      notChargedReasons: [{ reason: "Onze eigen fout.", minutes: 40 }],
    });
    expect(worked2026).toEqual([
      { step: "administration", chargeableMinutes: 25, notChargedMinutes: 0 },
      { step: "research", chargeableMinutes: 80, notChargedMinutes: 0 },
      { step: "resolution", chargeableMinutes: 60, notChargedMinutes: 40 },
    ]);
    expect(windows.map(({ window, minutes, amountCents }) => [window, minutes, amountCents])).toEqual([
      ["office", 130, 23_542n],
      ["outside", 30, 6250n],
      ["weekend-holiday", 20, 4833n],
    ]);
    expect(notCharged).toEqual({ minutes: 40, reasons: [{ reason: "Onze eigen fout.", minutes: 40 }] });
  });

  it("adds up the costs by kind, with VAT as on the invoices, and names the dearest tickets and the average", () => {
    const { kinds, sums, averageCents, dearest, corrections } = report({ work: worked });
    expect(kinds.map(({ kind, minutes, amountCents }) => [kind, minutes, amountCents])).toEqual([
      ["start-fee", 30, 5375n],
      ["work", 150, 29_250n],
      ["correction", 0, -1000n],
    ]);
    // 48.33, 154.17 and 133.75 with 21 % each: 10.15, 32.38 and 28.09.
    expect(sums).toEqual({ subtotalCents: 33_625n, vatCents: 7062n, totalCents: 40_687n });
    expect(corrections).toEqual({ count: 1, amountCents: -1000n });
    expect(dearest.map(({ reference, amountCents }) => [reference, amountCents])).toEqual([
      ["T01", 15_417n],
      ["T02", 13_375n],
      ["T00", 4833n],
    ]);
    // 336.25 / 3 = 112.083...
    expect(averageCents).toBe(11_208n);
  });

  it("names the five dearest tickets, however many there are", () => {
    const tickets = Array.from({ length: 7 }, (_, place) =>
      exampleTicket({ id: `t${place}`, reference: `T0${place}`, startFeeMinutes: 15 + place }),
    );
    const { dearest } = report({ work: { ...noWork, tickets } });
    expect(dearest.map(({ reference }) => reference)).toEqual(["T06", "T05", "T04", "T03", "T02"]);
  });

  it("counts how tickets ended and how soon they were picked up, of those made in the year", () => {
    const tickets = [
      // Made on Thursday 1 October: three calendar days run to the end of the 4th.
      { id: "t1", outcome: "solved", pickedUpAt: at("2026-10-04T23:59+02:00"), closedAt: at("2026-10-05T09:00+02:00") },
      { id: "t2", outcome: null, pickedUpAt: at("2026-11-06T00:00+01:00"), closedAt: null },
      {
        id: "t0",
        outcome: "workaround",
        pickedUpAt: at("2026-01-20T00:00+01:00"),
        closedAt: at("2026-01-21T00:00+01:00"),
      },
    ] as const;
    const { outcomes: ended, pickup } = report({ work: worked, tickets });
    expect(ended).toEqual([
      { outcome: "solved", count: 1 },
      { outcome: "open", count: 1 },
    ]);
    expect(pickup).toEqual({ inTime: 1, late: 1, share: 0.5 });
  });

  it("counts what was asked, approved and declined, in minutes, and what was credited", () => {
    const authorisations = [
      { state: "approved", minutes: 120 },
      { state: "delivered", minutes: 0 },
      { state: "declined", minutes: 60 },
      { state: "requested", minutes: 30 },
      { state: "withdrawn", minutes: 15 },
      { state: "draft", minutes: 1000 },
    ] as const;
    const issuedOn = Temporal.PlainDate.from("2026-11-20");
    const credits = [
      { number: "2026-0007", issuedOn, amountCents: -6250n },
      { number: "2026-0009", issuedOn, amountCents: -1000n },
    ];
    const counted = report({ authorisations, credits });
    expect(counted.authorisations).toEqual({
      asked: { count: 5, minutes: 225 },
      approved: { count: 2, minutes: 120 },
      declined: { count: 1, minutes: 60 },
    });
    expect(counted.credits).toEqual({ list: credits, amountCents: -7250n });
  });
});

const minute = fc
  .integer({ min: -60 * 24 * 3, max: 60 * 24 * 368 })
  .map((minutes) => at("2026-01-01T00:00+01:00").add({ minutes }));
const someWork = fc
  .record({
    createdAt: fc.array(minute, { minLength: 1, maxLength: 6 }),
    entries: fc.array(
      fc.record({
        of: fc.nat(),
        step: fc.constantFrom(...steps),
        start: minute,
        minutes: fc.integer({ min: 1, max: 1440 }),
        isChargeable: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ createdAt, entries: some }) => {
    const tickets = createdAt.map((moment, index) =>
      exampleTicket({ id: `t${index}`, reference: `T${index}`, createdAt: moment, isAdditional: index % 3 === 2 }),
    );
    return {
      ...noWork,
      tickets,
      entries: some.map(({ of, minutes, ...entry }, index) => ({
        ...entry,
        id: `e${index}`,
        ticketId: `t${of % tickets.length}`,
        end: entry.start.add({ minutes }),
      })),
    };
  });

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const cents = (some: readonly { readonly amountCents: bigint }[]) => sumCents(some.map((one) => one.amountCents));

describe("the report of any year", () => {
  it("adds up to what the work is charged: by month, kind, window and ticket", () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const charges = chargeWork(work, () => rules, { timeZone: terms.timeZone, isAsked: isInYear(2026) });
        const { months, kinds, windows, sums, dearest } = report({ work });
        const subtotal = totalsOf(charges).subtotalCents;
        expect([cents(months), cents(kinds), cents(windows), sums.subtotalCents]).toEqual([
          subtotal,
          subtotal,
          subtotal,
          subtotal,
        ]);
        if (work.tickets.length <= 5) expect(cents(dearest)).toBe(subtotal);
        const minutes = total(charges.map((charge) => charge.minutes));
        expect(total(months.map((month) => month.minutes))).toBe(minutes);
        expect(total(windows.map((window) => window.minutes))).toBe(minutes);
      }),
    );
  });

  it("counts every ticket of the year once, in its month and with its outcome", () => {
    fc.assert(
      fc.property(someWork, fc.array(fc.option(fc.constantFrom(...outcomes), { nil: null })), (work, ended) => {
        const tickets = work.tickets.map(({ id }, index) => ({
          id,
          outcome: ended[index] ?? null,
          pickedUpAt: null,
          closedAt: null,
        }));
        const { months, ticketCount, outcomes: counted } = report({ work, tickets });
        expect(total(months.map((month) => month.ticketCount))).toBe(ticketCount);
        expect(total(counted.map((one) => one.count))).toBe(ticketCount);
      }),
    );
  });

  it("splits a year's work from its neighbours' to the minute", () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const worked3 = [2025, 2026, 2027].map(
          (year) => report({ work, year, rules: chargeRules(defaultTerms(year)) }).steps,
        );
        const minutes = worked3.flat().map((step) => step.chargeableMinutes + step.notChargedMinutes);
        const all = work.entries.map(({ start, end }) => end.since(start).total("minutes"));
        expect(total(minutes)).toBe(total(all));
      }),
    );
  });
});
