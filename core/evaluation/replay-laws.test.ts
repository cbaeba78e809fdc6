import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeWeek } from "../calendar/week.ts";
import { chargeWork, noWork, type OrganisationWork } from "../charges/charge-work.ts";
import type { Charge } from "../charges/charge.ts";
import type { ChargedTicket, Correction, Forgiveness, WorkedEntry } from "../charges/charged-work.ts";
import { chargeRules, type ChargeRules } from "../charges/rules.ts";
import { type ContractTerms, defaultTerms, type RateWindow } from "../contracts/terms.ts";
import { isAdditional, numberTickets } from "../tickets/month-counter.ts";
import { steps } from "../tickets/step.ts";
import { sumCents } from "../values/money.ts";
import { type Month, monthOf } from "../values/month.ts";
import { replay } from "./replay.ts";
import { workUnderOtherTerms } from "./under-other-terms.ts";

const isAsked = (month: Month) => month.startsWith("2026");

const moment = fc
  .record({
    day: fc.constantFrom("2025-12-31", "2026-03-28", "2026-04-27", "2026-10-01"),
    minute: fc.nat({ max: 3000 }),
  })
  .map(({ day, minute }) => Temporal.Instant.from(`${day}T00:00Z`).add({ minutes: minute }));

/** Terms near the default ones, which may have an evening instead of the hours around the office's. */
const someTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    rates: fc.tuple(fc.nat(30_000), fc.nat(30_000), fc.nat(30_000)),
    additionalTicketRate: fc.nat(30_000),
    additionalTicketRule: fc.constantFrom("at-least", "flat"),
    ticketsPerMonth: fc.constantFrom(0, 1, 15, null),
    startFeeMinutes: fc.constantFrom(0, 15, 40),
    closes: fc.constantFrom("17:00", "19:30"),
    outside: fc.constantFrom("outside", "evening"),
    vatPercent: fc.constantFrom(21, 25),
  })
  .map(({ rates, closes, outside, additionalTicketRate, ...rest }) => {
    const terms = defaultTerms(2026);
    const renamed = (id: string) => (id === "outside" ? outside : id);
    const windows = terms.windows.map((window, index) => ({
      ...window,
      id: renamed(window.id),
      hourlyRate: BigInt(rates[index] ?? 0),
    }));
    const workday = officeWeek({ opens: "09:00", closes }).monday.map((start) => ({
      ...start,
      window: renamed(start.window),
    }));
    const week = {
      ...terms.week,
      monday: workday,
      tuesday: workday,
      wednesday: workday,
      thursday: workday,
      friday: workday,
    };
    return { ...terms, ...rest, windows, week, additionalTicketRate: BigInt(additionalTicketRate) };
  });

const someTickets = fc.array(
  fc.record({
    createdAt: moment,
    outsideHoursAgreedAt: fc.option(moment, { nil: null }),
    isStartFeeWaived: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

const someEntries = fc.array(
  fc.record({
    of: fc.nat(),
    step: fc.constantFrom("administration", ...steps),
    start: moment,
    minutes: fc.integer({ min: 1, max: 900 }),
    isChargeable: fc.boolean(),
    isQuoted: fc.boolean(),
  }),
  { maxLength: 8 },
);

/** What was settled: amounts for some of the charges, picked by a number. */
const someSettled = fc.record({
  corrections: fc.array(fc.record({ of: fc.nat(), cents: fc.integer({ min: 1, max: 20_000 }) }), { maxLength: 2 }),
  forgiven: fc.array(fc.record({ of: fc.nat(), share: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
});

const scenario = fc
  .record({ terms: someTerms, tickets: someTickets, entries: someEntries, settled: someSettled })
  .map(({ terms, tickets, entries, settled }) => {
    const charged = ticketsUnder(tickets, terms);
    const work = { ...noWork, tickets: charged, entries: entries.map((one, index) => entryOf(one, index, charged)) };
    const quoted = { ...work, authorisations: quotesOf(charged) };
    const from = chargeRules(terms);
    return { from, work: { ...quoted, ...settle(charge(quoted, from), settled) } };
  });

type Made<Value> = Value extends fc.Arbitrary<infer Inner> ? Inner : never;

function ticketsUnder(tickets: Made<typeof someTickets>, terms: ContractTerms): readonly ChargedTicket[] {
  const named = tickets.map((ticket, index) => ({ ...ticket, id: `t${index}`, reference: `T${index}` }));
  return numberTickets(named, terms.timeZone).map(({ ticket, numberInMonth }) => ({
    ...ticket,
    numberInMonth,
    startFeeMinutes: terms.startFeeMinutes,
    isAdditional: isAdditional(numberInMonth, terms),
  }));
}

function entryOf(
  { of, minutes, isQuoted, ...entry }: Made<typeof someEntries>[number],
  index: number,
  tickets: readonly ChargedTicket[],
): WorkedEntry {
  const ticketId = tickets[of % tickets.length]?.id ?? "";
  const authorisationId = isQuoted ? `q-${ticketId}` : null;
  return { ...entry, id: `e${index}`, ticketId, end: entry.start.add({ minutes }), authorisationId };
}

/** Every ticket has a quote whose prices hold for a while. */
function quotesOf(tickets: readonly ChargedTicket[]): OrganisationWork["authorisations"] {
  const validUntil = Temporal.PlainDate.from("2026-04-27");
  return tickets.map(({ id }) => ({ id: `q-${id}`, ticketId: id, validUntil, heldRules: null, fixedPrice: null }));
}

function settle(charges: readonly Charge[], settled: Made<typeof someSettled>) {
  const pick = (of: number) => charges[of % Math.max(1, charges.length)];
  const corrections = settled.corrections.flatMap(({ of, cents }, index): readonly Correction[] => {
    const charge = pick(of);
    if (charge === undefined) return [];
    const { ticketId, month } = charge;
    return [{ id: `c${index}`, ticketId, month, amountCents: BigInt(cents), vat: "standard", reason: "Te lang" }];
  });
  const forgiven = settled.forgiven.flatMap(({ of, share }, index): readonly Forgiveness[] => {
    const charge = pick(of);
    if (charge === undefined) return [];
    const minutes = Math.floor(charge.minutes / share);
    const amountCents = charge.amountCents / BigInt(share);
    return [{ key: charge, minutes, amountCents, reason: "Coulance", creditNote: `2026-000${index}` }];
  });
  return { corrections, forgiven };
}

function charge(work: OrganisationWork, rules: ChargeRules): readonly Charge[] {
  return chargeWork(work, () => rules, { timeZone: rules.terms.timeZone, isAsked });
}

describe("a replay", () => {
  it("under the same terms differs by nothing", () => {
    fc.assert(
      fc.property(scenario, ({ work, from }) => {
        const { lines, differenceCents, additionalTickets, totals } = replay({ work, from, to: from, isAsked });
        expect(lines.filter((line) => line.differenceCents !== 0n || line.changes.length > 0)).toEqual([]);
        expect([differenceCents, additionalTickets.before]).toEqual([0n, additionalTickets.after]);
        expect(totals.before).toEqual(totals.after);
      }),
    );
  });

  it("starts from what the work was charged, and adds up to the cent, line by line and month by month", () => {
    fc.assert(
      fc.property(scenario, someTerms, ({ work, from }, other) => {
        const { lines, months, totals, differenceCents } = replay({ work, from, to: chargeRules(other), isAsked });
        const charged = charge(work, from);
        expect(totals.before.subtotalCents).toBe(sumCents(charged.map((line) => line.amountCents)));
        expect(lines.flatMap((line) => line.before)).toHaveLength(charged.length);
        for (const { month, before, after } of months) {
          const ofMonth = lines.filter((line) => line.month === month);
          expect(before.subtotalCents).toBe(sumCents(ofMonth.map((line) => line.beforeCents)));
          expect(after.subtotalCents).toBe(sumCents(ofMonth.map((line) => line.afterCents)));
        }
        expect(differenceCents).toBe(sumCents(months.map((month) => month.differenceCents)));
        expect(totals.after.totalCents).toBe(sumCents(months.map((month) => month.after.totalCents)));
      }),
    );
  });

  it("gives a reason for every difference, and what was settled only where something was", () => {
    fc.assert(
      fc.property(scenario, someTerms, ({ work, from }, other) => {
        const { lines } = replay({ work, from, to: chargeRules(other), isAsked });
        for (const line of lines.filter((one) => one.differenceCents !== 0n)) expect(line.changes).not.toEqual([]);
        const unsettled = replay({
          work: { ...work, forgiven: [], corrections: [] },
          from,
          to: chargeRules(other),
          isAsked,
        });
        const changes = unsettled.lines.flatMap((line) => line.changes);
        expect(changes.filter(({ kind }) => kind === "forgiven-or-corrected")).toEqual([]);
      }),
    );
  });

  it("twice is once: the work as it would have been differs by nothing under the same other terms", () => {
    fc.assert(
      fc.property(scenario, someTerms, ({ work, from }, other) => {
        const to = chargeRules(other);
        const once = replay({ work, from, to, isAsked });
        const tried = workUnderOtherTerms(work, { from, to, isAsked });
        const twice = replay({ work: tried, from: to, to, isAsked });
        expect(twice.differenceCents).toBe(0n);
        expect(twice.totals.after).toEqual(once.totals.after);
        expect(replay({ work, from, to, isAsked })).toEqual(once);
      }),
    );
  });

  it("never costs less when one rate is raised", () => {
    fc.assert(
      fc.property(
        scenario,
        someTerms,
        fc.nat({ max: 3 }),
        fc.integer({ min: 1, max: 5000 }),
        ({ work, from }, other, which, by) => {
          const raise = (rate: bigint, isRaised: boolean) => (isRaised ? rate + BigInt(by) : rate);
          const windows = other.windows.map((window: RateWindow, index) => ({
            ...window,
            hourlyRate: raise(window.hourlyRate, index === which),
          }));
          const additionalTicketRate = raise(other.additionalTicketRate, which === 3);
          const total = (terms: ContractTerms) =>
            replay({ work, from, to: chargeRules(terms), isAsked }).totals.after.subtotalCents;
          const [lower, higher] = [total(other), total({ ...other, windows, additionalTicketRate })];
          expect(higher >= lower).toBe(true);
        },
      ),
    );
  });

  it("leaves other months and what it was given alone", () => {
    fc.assert(
      fc.property(scenario, someTerms, ({ work, from }, other) => {
        const inOctober = (month: Month) => month === monthOf("2026-10");
        const given = structuredCloneOf(work);
        const { months } = replay({ work, from, to: chargeRules(other), isAsked: inOctober });
        expect(months.every(({ month }) => month === "2026-10")).toBe(true);
        expect(structuredCloneOf(work)).toEqual(given);
      }),
      { numRuns: 20 },
    );
  });
});

/** Work as a text that shows everything in it. */
function structuredCloneOf(work: OrganisationWork): string {
  return JSON.stringify(work, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
