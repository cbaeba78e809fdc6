import { describe, expect, it } from "vitest";
import { addMonths, firstDayAfter, monthOf, monthsAround, monthsOfYear } from "./month.ts";

describe("months of the calendar, 2000-2099", () => {
  it("are counted around one, as far as there are any", () => {
    expect(monthsAround(monthOf("2026-01"), { before: 2, after: 1 })).toEqual([
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(monthsAround(monthOf("2099-11"), { before: 0, after: 3 })).toEqual(["2099-11", "2099-12"]);
    expect(monthsAround(monthOf("2000-02"), { before: 3, after: 0 })).toEqual(["2000-01", "2000-02"]);
  });

  it("begin and end with it: the last one has a day after it, and no month", () => {
    expect([monthsOfYear(2000)[0], monthsOfYear(2099)[11]]).toEqual(["2000-01", "2099-12"]);
    expect(firstDayAfter(monthOf("2099-12")).toString()).toBe("2100-01-01");
    expect(() => addMonths(monthOf("2099-12"), 1)).toThrow("2100-01");
    expect(() => addMonths(monthOf("2000-01"), -1)).toThrow("1999-12");
  });
});
