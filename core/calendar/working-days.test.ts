import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingCalendar } from "./working-days.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const calendarWith = (own: readonly string[] = [], liberationDay: "lustrum" | "always" | "never" = "lustrum") =>
  workingCalendar({ terms: { liberationDay }, extraHolidays: own.map(day) });
const calendar = calendarWith();
const later = (from: string, days: number, by = calendar) => by.addWorkingDays(day(from), days).toString();

describe("working days (B3, CE2)", () => {
  it("are counted from the day after: Monday and three is Thursday", () => {
    expect(later("2026-10-05", 3)).toBe("2026-10-08");
  });

  it("skip the weekend, whichever of its days one starts on", () => {
    expect(later("2026-10-02", 1)).toBe("2026-10-05");
    expect(["2026-10-02", "2026-10-03", "2026-10-04"].map((from) => later(from, 3))).toEqual([
      "2026-10-07",
      "2026-10-07",
      "2026-10-07",
    ]);
  });

  it("skip public holidays: over Easter 2026 four days pass for one", () => {
    expect(later("2026-04-03", 1)).toBe("2026-04-07");
  });

  it("skip the provider's own days off", () => {
    expect(later("2026-12-23", 1)).toBe("2026-12-24");
    expect(later("2026-12-23", 1, calendarWith(["2026-12-24"]))).toBe("2026-12-28");
  });

  it("count 5 May as the terms say", () => {
    const tuesday = day("2026-05-05");
    expect([calendarWith([], "always"), calendarWith([], "never")].map((by) => by.isWorkingDay(tuesday))).toEqual([
      false,
      true,
    ]);
  });

  it("go on over the end of a year: 31 December is one, 1 January is not", () => {
    expect(later("2026-12-30", 2)).toBe("2027-01-04");
  });

  it("are none: then the date stays, also when it is a Sunday", () => {
    expect(later("2026-10-04", 0)).toBe("2026-10-04");
  });

  it("are whole and not negative, and lie in the years of the calendar", () => {
    expect(() => later("2026-10-05", -1)).toThrow("-1");
    expect(() => later("2026-10-05", 1.5)).toThrow("1.5");
    expect(() => later("2099-12-31", 1)).toThrow("2100");
  });

  it("add up, and end on a working day", () => {
    const start = fc.integer({ min: 0, max: 36_000 }).map((days) => day("2000-01-01").add({ days }));
    const some = fc.integer({ min: 1, max: 15 });
    fc.assert(
      fc.property(start, some, some, (from, one, more) => {
        const reached = calendar.addWorkingDays(from, one);
        expect(calendar.isWorkingDay(reached)).toBe(true);
        expect(calendar.addWorkingDays(reached, more).equals(calendar.addWorkingDays(from, one + more))).toBe(true);
      }),
    );
  });
});
