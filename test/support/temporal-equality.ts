import { expect } from "vitest";

const kinds = [
  Temporal.PlainDate,
  Temporal.Instant,
  Temporal.ZonedDateTime,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
];

/** Dates and times have no properties of their own: without this `toMatchObject` takes any two of them for equal. */
function areSameTime(a: unknown, b: unknown): boolean | undefined {
  for (const kind of kinds) {
    if (a instanceof kind) return b instanceof kind && String(a) === String(b);
    if (b instanceof kind) return false;
  }
  return undefined;
}

expect.addEqualityTesters([areSameTime]);
