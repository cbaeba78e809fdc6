import { describe, expect, it } from "vitest";
import { differencesOfJson } from "./figure-difference.ts";

describe("the differences of two values of JSON (CE7)", () => {
  it("are those of their leaves, each by its path and as it is", () => {
    const expected = { reasons: [{ minutes: 7, reason: "late", isCounted: true }], same: 1 };
    const stored = { reasons: [{ minutes: 8, reason: "early", isCounted: false }], same: 1 };
    expect(differencesOfJson("line", expected, stored)).toEqual([
      { what: "line.reasons[0].minutes", expected: 7, stored: 8 },
      { what: "line.reasons[0].reason", expected: "late", stored: "early" },
      { what: "line.reasons[0].isCounted", expected: "true", stored: "false" },
    ]);
  });

  it("are of the whole where one side is no object, or only one is a list", () => {
    expect(differencesOfJson("x", null, { a: 1 })).toEqual([{ what: "x", expected: null, stored: '{"a":1}' }]);
    expect(differencesOfJson("x", { a: 1 }, null)).toEqual([{ what: "x", expected: '{"a":1}', stored: null }]);
    expect(differencesOfJson("x", 5, { a: 1 })).toEqual([{ what: "x", expected: 5, stored: '{"a":1}' }]);
    expect(differencesOfJson("x", [1], { 0: 1 })).toEqual([{ what: "x", expected: "[1]", stored: '{"0":1}' }]);
  });

  it("are none between what is missing and what is undefined", () => {
    expect(differencesOfJson("x", { a: undefined, b: 1 }, { b: 1 })).toEqual([]);
    expect(differencesOfJson("x", { a: null }, {})).toEqual([]);
  });
});
