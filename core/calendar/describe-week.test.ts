import { describe, expect, it } from "vitest";
import { describeWindow } from "./describe-week.ts";
import { officeWeek, type Week, type WindowStart } from "./week.ts";

const office = officeWeek({ opens: "09:00", closes: "17:00" });

const day = (...starts: readonly (readonly [from: string, window: string])[]): readonly WindowStart[] =>
  starts.map(([from, window]) => ({ from, window }));

describe("telling when a window counts", () => {
  it("takes days together that are alike, in both languages", () => {
    expect(describeWindow("office", office)).toEqual({
      nl: "maandag tot en met vrijdag van 9:00 tot 17:00",
      en: "Monday to Friday from 9:00 to 17:00",
    });
    expect(describeWindow("outside", office)).toEqual({
      nl: "maandag tot en met vrijdag van 0:00 tot 9:00 en van 17:00 tot 24:00",
      en: "Monday to Friday from 0:00 to 9:00 and from 17:00 to 24:00",
    });
    expect(describeWindow("weekend-holiday", office)).toEqual({
      nl: "zaterdag, zondag en feestdagen de hele dag",
      en: "Saturday, Sunday and public holidays all day",
    });
  });

  it("keeps days apart that differ, and does not run over a day in between", () => {
    const week: Week = {
      ...office,
      wednesday: day(["00:00", "night"]),
      friday: day(["00:00", "outside"], ["09:00", "office"], ["12:30", "outside"]),
      saturday: day(["00:00", "weekend-holiday"], ["10:00", "office"], ["12:30", "weekend-holiday"]),
    };
    expect(describeWindow("office", week).nl).toBe(
      "maandag, dinsdag en donderdag van 9:00 tot 17:00; vrijdag van 9:00 tot 12:30; zaterdag van 10:00 tot 12:30",
    );
    expect(describeWindow("weekend-holiday", week).en).toBe(
      "Saturday from 0:00 to 10:00 and from 12:30 to 24:00; Sunday and public holidays all day",
    );
  });

  it("says so of a window that counts every day, or never", () => {
    const always = day(["00:00", "day"], ["08:00", "day"]);
    const week: Week = {
      monday: always,
      tuesday: always,
      wednesday: always,
      thursday: always,
      friday: always,
      saturday: always,
      sunday: always,
      holiday: always,
    };
    expect(describeWindow("day", week)).toEqual({ nl: "elke dag de hele dag", en: "every day all day" });
    expect(describeWindow("night", week)).toEqual({ nl: "op geen enkel moment", en: "at no time" });
    expect(describeWindow("day", { ...week, holiday: day(["00:00", "night"]) }).nl).toBe(
      "maandag tot en met zondag de hele dag",
    );
  });
});
