import { describe, expect, it } from "vitest";
import { publicHolidays } from "./public-holidays.ts";

/** Spelled out by hand, month-day; 2025 and 2030 are lustrum years, in 2025 and 2031 King's Day moves to the 26th. */
const tables: Record<number, readonly string[]> = {
  2024: ["01-01", "03-31", "04-01", "04-27", "05-09", "05-19", "05-20", "12-25", "12-26"],
  2025: ["01-01", "04-20", "04-21", "04-26", "05-05", "05-29", "06-08", "06-09", "12-25", "12-26"],
  2026: ["01-01", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26"],
  2027: ["01-01", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17", "12-25", "12-26"],
  2028: ["01-01", "04-16", "04-17", "04-27", "05-25", "06-04", "06-05", "12-25", "12-26"],
  2029: ["01-01", "04-01", "04-02", "04-27", "05-10", "05-20", "05-21", "12-25", "12-26"],
  2030: ["01-01", "04-21", "04-22", "04-27", "05-05", "05-30", "06-09", "06-10", "12-25", "12-26"],
  2031: ["01-01", "04-13", "04-14", "04-26", "05-22", "06-01", "06-02", "12-25", "12-26"],
};

const datesOf = (year: number, rule: "lustrum" | "always" | "never" = "lustrum") =>
  publicHolidays(year, rule).map((holiday) => holiday.date.toString());

describe("public holidays", () => {
  for (const [year, days] of Object.entries(tables)) {
    it(`of ${year} are these`, () => {
      expect(datesOf(Number(year))).toEqual(days.map((day) => `${year}-${day}`));
    });
  }

  it("follow Easter through the whole century, checked against another algorithm", () => {
    for (let year = 2000; year <= 2099; year += 1) {
      const easter = publicHolidays(year, "never").find((holiday) => holiday.name === "easter-sunday");
      expect(easter?.date.toString()).toBe(easterByMeeus(year));
    }
  });

  it("keep Easter 2049 on 18 and 2076 on 19 April, where Gauss's rule has its exceptions", () => {
    expect(datesOf(2049)).toContain("2049-04-18");
    expect(datesOf(2076)).toContain("2076-04-19");
  });

  it("have Liberation Day as the terms say (CE2)", () => {
    expect(datesOf(2026, "lustrum")).not.toContain("2026-05-05");
    expect(datesOf(2026, "always")).toContain("2026-05-05");
    expect(datesOf(2025, "never")).not.toContain("2025-05-05");
  });

  it("list two holidays that share a date twice: 5 May 2005 was also Ascension Day", () => {
    const names = publicHolidays(2005, "lustrum").filter((holiday) => holiday.date.toString() === "2005-05-05");
    expect(names.map((holiday) => holiday.name).toSorted()).toEqual(["ascension-day", "liberation-day"]);
  });

  it("are not known outside 2000-2099", () => {
    expect(() => publicHolidays(1999, "never")).toThrow("1999");
    expect(() => publicHolidays(2100, "never")).toThrow("2100");
  });
});

/** The anonymous Gregorian computus (Meeus, Jones, Butcher), right for every Gregorian year. */
function easterByMeeus(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
