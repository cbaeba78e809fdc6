import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultTerms, type AdditionalTicketRule } from "../contracts/terms.ts";
import { steps } from "../tickets/step.ts";
import { addMonths, monthOf, type Month } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Charge } from "./charge.ts";
import type { ChargedTicket, WorkedEntry } from "./charged-work.ts";
import { naiveCharges } from "./naive-charging.ts";
import { chargeRules } from "./rules.ts";

/** Around these moments anything can happen: clock changes, holidays, ends of months and of a year, plain weeks. */
const moments = ["2026-03-27", "2026-04-25", "2026-05-13", "2026-09-30", "2026-10-23", "2026-12-30", "2027-01-01"];

/** Within half an hour of 9:00 in summer, so that entries overlap where windows meet. */
const nearOpening = fc.integer({ min: 6 * 60 + 45, max: 7 * 60 + 15 });

const minuteNear = (spreadMinutes: number) =>
  fc
    .record({ day: fc.constantFrom(...moments), minute: fc.oneof(fc.nat({ max: spreadMinutes }), nearOpening) })
    .map(({ day, minute }) => Temporal.Instant.from(`${day}T00:00Z`).add({ minutes: minute }));

const ticketArbitrary = (id: string): fc.Arbitrary<ChargedTicket> =>
  fc
    .record({
      createdAt: minuteNear(4000),
      seconds: fc.constantFrom(0, 0, 1, 59),
      isAdditional: fc.boolean(),
      startFeeMinutes: fc.constantFrom(0, 15, 40),
      outsideHoursAgreedAt: fc.option(minuteNear(4000), { nil: null }),
    })
    .map(({ seconds, createdAt, outsideHoursAgreedAt, ...rest }) => ({
      ...rest,
      id,
      reference: id,
      numberInMonth: 1,
      createdAt: createdAt.add({ seconds }),
      outsideHoursAgreedAt: outsideHoursAgreedAt?.add({ seconds }) ?? null,
    }));

const entryArbitrary: fc.Arbitrary<WorkedEntry> = fc
  .record({
    id: fc.uuid(),
    ticketId: fc.constantFrom("A", "B", "C"),
    step: fc.constantFrom("administration", ...steps),
    start: minuteNear(5000),
    minutes: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1440 })),
    isChargeable: fc.boolean(),
  })
  .map(({ minutes, ...entry }) => ({ ...entry, end: entry.start.add({ minutes }) }));

const scenario = fc.record({
  tickets: fc.tuple(ticketArbitrary("A"), ticketArbitrary("B"), ticketArbitrary("C")),
  entries: fc.array(entryArbitrary, { maxLength: 8 }),
  rule: fc.constantFrom<AdditionalTicketRule>("at-least", "flat"),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

const monthsOf2026On: readonly Month[] = Array.from({ length: 14 }, (_, i) => addMonths(monthOf("2026-01"), i));

function charge({ tickets, entries, rule }: Scenario, month: Month): readonly Charge[] {
  const terms = { ...defaultTerms(Number(month.slice(0, 4))), additionalTicketRule: rule };
  return chargeMonth({ rules: chargeRules(terms), tickets, entries, month });
}

const chargeAll = (work: Scenario) => monthsOf2026On.flatMap((month) => charge(work, month));

/** Minutes and amounts without their reasons, which name the entries. */
const bare = (charges: readonly Charge[]) =>
  charges.map((line) =>
    [line.reference, line.month, line.kind, line.window, line.minutes, line.hourlyRateCents, line.amountCents].join(
      " ",
    ),
  );

describe("the charges of any month", () => {
  it("are those of counting minute by minute", () => {
    fc.assert(
      fc.property(scenario, fc.constantFrom(...monthsOf2026On.filter((month) => hasMoment(month))), (work, month) => {
        const terms = { ...defaultTerms(2026), additionalTicketRule: work.rule };
        const expected = naiveCharges(terms, work.tickets, work.entries, month).filter((line) => line.minutes > 0);
        const actual = charge(work, month).map(({ reference, kind, window, minutes, amountCents }) => ({
          reference,
          kind,
          window,
          minutes,
          amountCents: Number(amountCents),
        }));
        const inOrder = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).toSorted();
        expect(inOrder(actual)).toEqual(inOrder(expected));
      }),
      { numRuns: 60 },
    );
  });

  it("add up, month by month, to all chargeable minutes less what the start fees cover", () => {
    fc.assert(
      fc.property(scenario, (work) => {
        const worked = chargeAll(work).filter((line) => line.kind === "work");
        const sum = worked.reduce((minutes, line) => minutes + line.minutes, 0);
        expect(sum).toBe(work.tickets.reduce((minutes, ticket) => minutes + uncovered(ticket, work.entries), 0));
      }),
    );
  });

  it("do not depend on the order of entries and tickets", () => {
    fc.assert(
      fc.property(scenario, (work) => {
        const [a, b, c] = work.tickets;
        const turned: Scenario = { ...work, tickets: [c, a, b], entries: work.entries.toReversed() };
        expect(chargeAll(turned)).toEqual(chargeAll(work));
      }),
    );
  });

  it("stay the same when an entry is saved in two parts, cut at any minute", () => {
    fc.assert(
      fc.property(scenario, fc.nat(), (work, at) => {
        const halves = work.entries.flatMap((entry) => cutInTwo(entry, at));
        expect(bare(chargeAll({ ...work, entries: halves }))).toEqual(bare(chargeAll(work)));
      }),
    );
  });

  it("explain every minute they charge", () => {
    fc.assert(
      fc.property(scenario, (work) => {
        for (const { kind, minutes, reasons } of chargeAll(work)) {
          const counted = reasons
            .filter((reason) => ["start-fee", "window-minutes", "outside-not-agreed"].includes(reason.kind))
            .reduce((sum, reason) => sum + ("minutes" in reason ? reason.minutes : 0), 0);
          expect([kind, counted]).toEqual([kind, minutes]);
          const entries = reasons.flatMap((reason) => ("entries" in reason ? reason.entries : []));
          expect(entries.filter((entry) => entry.minutes <= 0)).toEqual([]);
        }
      }),
    );
  });
});

function hasMoment(month: Month): boolean {
  return moments.some((day) => day.startsWith(month));
}

function uncovered(ticket: ChargedTicket, entries: readonly WorkedEntry[]): number {
  const own = entries.filter((entry) => entry.ticketId === ticket.id && entry.isChargeable);
  const minutes = (each: readonly WorkedEntry[]) =>
    each.reduce((sum, { start, end }) => sum + start.until(end).total("minutes"), 0);
  const administration = minutes(own.filter((entry) => entry.step === "administration"));
  const others = minutes(own.filter((entry) => entry.step !== "administration"));
  return Math.max(0, administration - ticket.startFeeMinutes) + others;
}

function cutInTwo(entry: WorkedEntry, at: number): readonly WorkedEntry[] {
  const minutes = entry.start.until(entry.end).total("minutes");
  if (minutes < 2) return [entry];
  const cut = entry.start.add({ minutes: 1 + (at % (minutes - 1)) });
  return [
    { ...entry, id: `${entry.id} a`, end: cut },
    { ...entry, id: `${entry.id} b`, start: cut },
  ];
}
