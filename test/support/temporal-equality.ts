import { expect } from "vitest";

/** Dates and times have no properties of their own: without this `toMatchObject` takes any two of them for equal. */
function areSameTime(a: unknown, b: unknown): boolean | undefined {
  const [kind, other] = [kindOf(a), kindOf(b)];
  if (!kind.startsWith("[object Temporal.") && !other.startsWith("[object Temporal.")) return undefined;
  return kind === other && String(a) === String(b);
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value);

expect.addEqualityTesters([areSameTime]);
