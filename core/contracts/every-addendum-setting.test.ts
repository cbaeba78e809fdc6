import { describe, expect, it } from "vitest";
import { type Effect, listed, visited } from "../charges/testing/setting-examples.ts";
import type { AddendumTerms } from "./addendum.ts";

const addendum: AddendumTerms = {
  visitHourlyRate: 12_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "per-kilometre", centsPerKilometre: 23n },
};

/** Every setting of the addendum; (60 + 90) minutes at € 120 is € 300, and 80 km at € 0.23 is € 18.40. */
const addendumEffects: { readonly [Name in keyof AddendumTerms]: readonly Effect<AddendumTerms>[] } = {
  visitHourlyRate: [
    {
      to: { visitHourlyRate: 13_000n },
      ask: visited,
      before: "visit 150 = 30000; travel 0 = 1840",
      after: "visit 150 = 32500; travel 0 = 1840",
    },
  ],
  minimumVisitMinutes: [
    {
      to: { minimumVisitMinutes: 0 },
      ask: visited,
      before: "visit 150 = 30000; travel 0 = 1840",
      after: "visit 130 = 26000; travel 0 = 1840",
    },
  ],
  travel: [
    {
      to: { travel: { kind: "per-kilometre", centsPerKilometre: 31n } },
      ask: visited,
      before: "visit 150 = 30000; travel 0 = 1840",
      after: "visit 150 = 30000; travel 0 = 2480",
    },
    {
      to: { travel: { kind: "fixed", centsPerVisit: 4500n } },
      ask: visited,
      before: "visit 150 = 30000; travel 0 = 1840",
      after: "visit 150 = 30000; travel 0 = 9000",
    },
  ],
};

describe("no setting of an addendum is without effect", () => {
  it.each(listed({ ...addendumEffects }))("$name: $before becomes $after", ({ name, to, ask, before, after }) => {
    expect(Object.keys(to)).toEqual([name]);
    expect(ask(addendum)).toBe(before);
    expect(ask({ ...addendum, ...to })).toBe(after);
  });
});
