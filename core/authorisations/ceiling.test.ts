import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { steps, type Step } from "../tickets/step.ts";
import {
  chargeableMinutesOf,
  minutesLeft,
  minutesLeftByTotals,
  minutesLeftFor,
  researchMinutesLeft,
  researchWarning,
  splitAtCeiling,
  type LoggedWork,
  type Stretch,
  partAfter,
} from "./ceiling.ts";

const start = Temporal.Instant.from("2026-10-01T08:00Z");

function logged(step: Step, minutes: number, isChargeable = true): LoggedWork {
  return { step, start, end: start.add({ minutes }), isChargeable };
}

const state = (...entries: LoggedWork[]) => ({ entries, startFeeMinutes: 15, authorisedMinutes: 135 });

const minutesOf = (stretch: Stretch | null) =>
  stretch === null ? 0 : stretch.start.until(stretch.end).total("minutes");

/** [chargeable, not chargeable] minutes of new work. */
function parted(step: Step, minutes: number, ...before: LoggedWork[]) {
  const parts = splitAtCeiling(logged(step, minutes), state(...before));
  return [minutesOf(parts.chargeable), minutesOf(parts.notChargeable)];
}

describe("the ceiling of a ticket", () => {
  it("starts with the start fee spent", () => {
    expect(chargeableMinutesOf([], 15)).toBe(15);
    expect(minutesLeft(state())).toBe(120);
  });

  it("counts administration only beyond the 15 minutes that the start fee covers (T1, T2)", () => {
    expect(chargeableMinutesOf([logged("administration", 10)], 15)).toBe(15);
    expect(chargeableMinutesOf([logged("administration", 10), logged("administration", 12)], 15)).toBe(22);
  });

  it("does not count what is not charged", () => {
    expect(minutesLeft(state(logged("research", 60, false)))).toBe(120);
  });

  it("never leaves less than nothing", () => {
    expect(minutesLeft(state(logged("research", 300)))).toBe(0);
  });

  it("parts an entry that crosses it: of 30 minutes with 20 left, 20 are charged (T2)", () => {
    expect(parted("resolution", 30, logged("research", 100))).toEqual([20, 10]);
    expect(parted("resolution", 20, logged("research", 100))).toEqual([20, 0]);
    expect(parted("resolution", 5, logged("research", 120))).toEqual([0, 5]);
  });

  it("has room for covered administration even when all is spent", () => {
    // 120 minutes of research spend the rest; of the 15 covered minutes 6 are logged, so 9 more fit.
    expect(parted("administration", 12, logged("research", 120), logged("administration", 6))).toEqual([9, 3]);
  });

  it("leaves no part without minutes, where nothing fits or all of it just does (T2)", () => {
    const work = { start, end: start.add({ minutes: 30 }) };
    expect(partAfter(work, 0)).toEqual({ chargeable: null, notChargeable: work });
    expect(partAfter(work, 30)).toEqual({ chargeable: work, notChargeable: null });
    const crossed = start.add({ minutes: 29 });
    expect(partAfter(work, 29)).toEqual({
      chargeable: { start, end: crossed },
      notChargeable: { start: crossed, end: work.end },
    });
  });

  it("is never crossed by the chargeable part, which is as long as can be", () => {
    const work = fc.record({ step: fc.constantFrom(...steps), minutes: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 8 }), (works) => {
        const entries: LoggedWork[] = [];
        for (const { step, minutes } of works) {
          const { chargeable, notChargeable } = splitAtCeiling(logged(step, minutes), state(...entries));
          expect(minutesOf(chargeable) + minutesOf(notChargeable)).toBe(minutes);
          if (chargeable !== null) entries.push({ step, ...chargeable, isChargeable: true });
          expect(chargeableMinutesOf(entries, 15)).toBeLessThanOrEqual(135);
          const oneMore = state(...entries, logged(step, 1));
          expect(notChargeable === null || chargeableMinutesOf(oneMore.entries, 15) > 135).toBe(true);
        }
      }),
    );
  });
});

describe("the research meter", () => {
  it("is what two hours of research leave, charged or not (D2)", () => {
    expect(researchMinutesLeft({ researchMinutes: 40, minutesLeft: 90 }, { researchMinutes: 120 })).toBe(80);
  });

  it("is what the ceiling leaves when that is less", () => {
    expect(researchMinutesLeft({ researchMinutes: 0, minutesLeft: 20 }, { researchMinutes: 120 })).toBe(20);
  });

  it("never shows less than nothing", () => {
    expect(researchMinutesLeft({ researchMinutes: 200, minutesLeft: 30 }, { researchMinutes: 120 })).toBe(0);
  });
});

describe("the warning of the research meter (D2)", () => {
  const warningAt = (left: number, researchWarnings: readonly number[]) => researchWarning(left, { researchWarnings });

  it("comes at 30 and at 10 minutes left, and at 0 it is time to consult", () => {
    const left = [120, 31, 30, 11, 10, 1, 0];
    expect(left.map((minutes) => warningAt(minutes, [30, 10]))).toEqual([null, null, 30, 30, 10, 10, 0]);
  });

  it("follows the terms, in whichever order they name the minutes", () => {
    expect(warningAt(45, [20, 45])).toBe(45);
    expect(warningAt(20, [20, 45])).toBe(20);
    expect([1, 0].map((minutes) => warningAt(minutes, []))).toEqual([null, 0]);
  });
});

describe("the ceiling by a ticket's totals", () => {
  it("leaves what the entries leave, in every step", () => {
    const entry = fc.record({
      step: fc.constantFrom(...steps),
      minutes: fc.integer({ min: 1, max: 90 }),
      isChargeable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.constantFrom(...steps), (worked, step) => {
        const entries = worked.map((one) => logged(one.step, one.minutes, one.isChargeable));
        const total = (name: Step) =>
          worked.filter((one) => one.isChargeable && one.step === name).reduce((sum, one) => sum + one.minutes, 0);
        const totals = {
          administrationMinutes: total("administration"),
          researchMinutes: total("research"),
          resolutionMinutes: total("resolution"),
        };
        expect(minutesLeftByTotals(step, { ...totals, startFeeMinutes: 15, authorisedMinutes: 135 })).toBe(
          minutesLeftFor(step, state(...entries)),
        );
      }),
    );
  });
});
