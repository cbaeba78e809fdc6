import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario, type Scenario } from "../../test/support/arbitrary-work.ts";
import { bare, chargeAll, cutInTwo, minutesOf } from "../../test/support/charge-scenario.ts";
import { naiveWall, naiveWindow } from "../calendar/testing/naive-calendar.ts";
import { sumCents } from "../values/money.ts";
import { type Charge, type CountedWork, textOfKey } from "./charge.ts";
import type { Forgiveness, WorkedEntry } from "./charged-work.ts";

/** A scenario in which credits forgave a part of what some charges cost. */
const anyForgivenScenario = fc
  .record({
    scenario: anyScenario,
    forgiving: fc.array(fc.record({ place: fc.nat(), share: fc.nat(4) }), { maxLength: 3 }),
  })
  .map(({ scenario, forgiving }): Scenario => {
    const charges = chargeAll(scenario);
    const forgiven = forgiving.flatMap(({ place, share }) => forgivenOf(charges[place % charges.length], share));
    return { ...scenario, work: { ...scenario.work, forgiven } };
  });

function forgivenOf(charge: Charge | undefined, share: number): readonly Forgiveness[] {
  if (charge === undefined) return [];
  const { ticketId, month, kind, window, sourceId, vat } = charge;
  const amountCents = (charge.amountCents * BigInt(share)) / 4n;
  const minutes = Math.trunc((charge.minutes * share) / 4);
  const key = { ticketId, month, kind, window, sourceId, vat };
  return [{ key, minutes, amountCents, reason: "sorry", creditNote: "2026-0009" }];
}

describe("what work costs", { timeout: 60_000 }, () => {
  it("stays the same to the cent, for every key, when entries are cut in two at any minute (CE4)", () => {
    fc.assert(
      fc.property(anyForgivenScenario, fc.nat(), fc.nat(), (scenario, first, second) => {
        const halves = scenario.work.entries.flatMap((entry) => cutInTwo(entry, first));
        const parts = halves.flatMap((entry) => cutInTwo(entry, second));
        expect(bare(chargeAll(scenario, { entries: parts }))).toEqual(bare(chargeAll(scenario)));
      }),
    );
  });

  it("does not depend on the order in which anything is given, nor do its reasons (CE4)", () => {
    fc.assert(
      fc.property(anyForgivenScenario, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (scenario, keys) => {
        const { work } = scenario;
        const mix = <Thing>(things: readonly Thing[]) => shuffled(things, keys);
        const mixed = {
          tickets: mix(work.tickets),
          entries: mix(work.entries),
          authorisations: mix(work.authorisations),
          visits: mix(work.visits),
          expenses: mix(work.expenses),
          corrections: mix(work.corrections),
          vatPositions: mix(work.vatPositions),
        };
        expect(chargeAll(scenario, mixed)).toEqual(chargeAll(scenario));
        expect(bare(chargeAll(scenario, { forgiven: mix(work.forgiven) }))).toEqual(bare(chargeAll(scenario)));
      }),
    );
  });

  it("never falls when time is added: not of any key, and with its corrections not of any ticket (T1, CE7)", () => {
    fc.assert(
      fc.property(anyForgivenScenario, (scenario) => {
        const before = chargeAll(scenario);
        const after = chargeAll(scenario, { entries: [...scenario.work.entries, scenario.late] });
        const byKey = sumsBy(after, textOfKey);
        for (const [key, amount] of sumsBy(before.filter(isNoCorrection), textOfKey))
          expect(byKey.get(key) ?? 0n).toBeGreaterThanOrEqual(amount);
        const byTicket = sumsBy(after, groupOf);
        for (const [group, amount] of sumsBy(before, groupOf))
          expect(byTicket.get(group) ?? 0n).toBeGreaterThanOrEqual(amount);
      }),
    );
  });

  it("is never below nothing for a ticket's month and VAT rate, whatever was corrected and forgiven (CE7)", () => {
    fc.assert(
      fc.property(anyForgivenScenario, (scenario) => {
        for (const [, amount] of sumsBy(chargeAll(scenario), groupOf)) expect(amount).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  it("has one amount for each key, which is its minutes at its rate to within half a cent (CE4)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const charges = chargeAll(scenario);
        expect(new Set(charges.map(textOfKey)).size).toBe(charges.length);
        for (const { minutes, hourlyRateCents, amountCents } of charges) {
          if (hourlyRateCents === null) continue;
          const off = 60n * amountCents - BigInt(minutes) * hourlyRateCents;
          expect(off > -30n && off <= 30n).toBe(true);
        }
      }),
    );
  });
});

describe("every minute of work", { timeout: 60_000 }, () => {
  it("is charged once or covered by the start fee, over all months (T1, CE3)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const charges = chargeAll(scenario);
        const counted = charges.flatMap(countedMinutes);
        const charged = charges.filter(({ kind }) => kind === "work").reduce((sum, { minutes }) => sum + minutes, 0);
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.length).toBe(charged);
        const { entries, tickets } = scenario.work;
        const chargeable = entries.filter((entry) => isChargedByTime(entry, scenario));
        const worked = new Set(
          chargeable.flatMap((entry) => minutesIn(entry).map((minute) => `${entry.id} ${minute}`)),
        );
        expect(counted.filter((minute) => !worked.has(minute))).toEqual([]);
        const covered = tickets.map(({ id, startFeeMinutes }) => {
          const own = chargeable.filter((entry) => entry.ticketId === id && entry.step === "administration");
          return Math.min(startFeeMinutes, sum(own.map(minutesOf)));
        });
        expect(charged).toBe(sum(chargeable.map(minutesOf)) - sum(covered));
      }),
    );
  });

  it("is in the window of its wall clock, or in the usual one before anybody agreed to another (CE1, M4, M5)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        for (const charge of chargeAll(scenario)) {
          const year = scenario.heldYears.get(charge.sourceId ?? "") ?? Number(charge.month.slice(0, 4));
          const terms = scenario.termsOf(year);
          const windowAt = (minute: number) =>
            naiveWindow(naiveWall(minute, terms.timeZone), { ...terms, ownHolidays: scenario.ownHolidays });
          const agreedAt = scenario.work.tickets.find(({ id }) => id === charge.ticketId)?.outsideHoursAgreedAt;
          const agreedFrom = (agreedAt?.epochMilliseconds ?? Infinity) / 60_000;
          for (const reason of charge.reasons) {
            if (reason.kind !== "window-minutes" && reason.kind !== "outside-not-agreed") continue;
            for (const minute of reason.entries.flatMap(someMinutes)) {
              const isUsual = windowAt(minute) === terms.usualWindow;
              if (reason.kind === "window-minutes") expect(windowAt(minute)).toBe(charge.window);
              else expect([charge.window, isUsual]).toEqual([terms.usualWindow, false]);
              expect(isUsual || minute >= agreedFrom).toBe(reason.kind === "window-minutes");
            }
          }
        }
      }),
    );
  });

  it("is explained: a charge's minutes are those that its reasons count (CE4)", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        for (const { kind, minutes, reasons } of chargeAll(scenario)) {
          const counting = new Set(["start-fee", "window-minutes", "outside-not-agreed"]);
          const counted = reasons.map((reason) =>
            counting.has(reason.kind) && "minutes" in reason ? reason.minutes : 0,
          );
          const visits = reasons.flatMap((reason) => (reason.kind === "visits" ? reason.visits : []));
          expect([kind, sum(counted) + sum(visits.map(({ chargedMinutes }) => chargedMinutes))]).toEqual([
            kind,
            minutes,
          ]);
          const entries = reasons.flatMap((reason) => ("entries" in reason ? reason.entries : []));
          expect(entries.filter((entry) => entry.minutes <= 0)).toEqual([]);
        }
      }),
    );
  });
});

const isNoCorrection = ({ kind }: Charge) => kind !== "correction";

/** A ticket's month at one VAT rate. */
const groupOf = (line: Charge) => textOfKey({ ...line, kind: "correction", window: null, sourceId: null });

function sumsBy(charges: readonly Charge[], group: (charge: Charge) => string): ReadonlyMap<string, bigint> {
  const groups = Map.groupBy(charges, group);
  return new Map([...groups].map(([name, lines]) => [name, sumCents(lines.map((line) => line.amountCents))]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** In another order, by keys that are used over and over. */
function shuffled<Thing>(things: readonly Thing[], keys: readonly number[]): readonly Thing[] {
  const keyed = things.map((thing, index) => ({ thing, key: keys[index % keys.length] ?? 0, index }));
  return keyed.toSorted((a, b) => a.key - b.key || b.index - a.index).map(({ thing }) => thing);
}

function isChargedByTime({ isChargeable, authorisationId }: WorkedEntry, { work }: Scenario): boolean {
  const authorisation = work.authorisations.find(({ id }) => id === authorisationId);
  return isChargeable && (authorisation?.fixedPrice ?? null) === null;
}

function minutesIn({ start, end }: Pick<WorkedEntry, "start" | "end">): readonly number[] {
  return Array.from({ length: minutesOf({ start, end }) }, (_, index) => start.epochMilliseconds / 60_000 + index);
}

function countedMinutes({ reasons }: Charge): readonly string[] {
  const entries = reasons.flatMap((reason) => ("entries" in reason ? reason.entries : []));
  return entries.flatMap((entry) => allMinutes(entry).map((minute) => `${entry.entryId} ${minute}`));
}

function allMinutes({ start, end }: CountedWork): readonly number[] {
  return minutesIn({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) });
}

/** The first and the last minute of a stretch, and one in between. */
function someMinutes(entry: CountedWork): readonly number[] {
  const all = allMinutes(entry);
  return [0, Math.floor(all.length / 2), all.length - 1].flatMap((index) => all[index] ?? []);
}
