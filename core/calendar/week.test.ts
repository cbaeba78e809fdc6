import { describe, expect, it } from "vitest";
import { officeHoursOf, officeWeek, withOfficeHours } from "./week.ts";

describe("the office hours of a week (M4)", () => {
  const week = officeWeek({ opens: "09:00", closes: "17:00" });
  const early = officeWeek({ opens: "00:00", closes: "17:00" });

  it("leave the hours before and after them outside, and none before an office that opens at midnight", () => {
    const starts = (day: typeof week.monday) => day.map(({ from, window }) => `${from} ${window}`);
    expect(starts(week.friday)).toEqual(["00:00 outside", "09:00 office", "17:00 outside"]);
    expect(starts(early.friday)).toEqual(["00:00 office", "17:00 outside"]);
    expect(starts(week.saturday)).toEqual(["00:00 weekend-holiday"]);
  });

  it("are found again in a week that has them", () => {
    expect(officeHoursOf(week)).toEqual({ opens: "09:00", closes: "17:00" });
    expect(officeHoursOf(early)).toEqual({ opens: "00:00", closes: "17:00" });
    const later = withOfficeHours(week, { opens: "10:00", closes: "18:30" });
    expect(officeHoursOf(later)).toEqual({ opens: "10:00", closes: "18:30" });
  });

  it("are none of a week whose workdays differ, or have other windows", () => {
    expect(officeHoursOf({ ...week, friday: early.friday })).toBeNull();
    const renamed = week.monday.map((start) => ({ ...start, window: "day" }));
    expect(officeHoursOf({ ...week, monday: renamed })).toBeNull();
    expect(officeHoursOf({ ...week, monday: week.saturday })).toBeNull();
  });
});
