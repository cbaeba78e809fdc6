import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import { officeWeek } from "./week.ts";
import { instantOfMinute, splitIntoWindows, textOfMinute, type WindowRules } from "./windows.ts";

const rules: WindowRules = { terms: defaultTerms(2026), extraHolidays: [] };

const split = (start: string, end: string, by: WindowRules = rules) =>
  splitIntoWindows({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) }, by).map(
    ({ localDate, window, minutes }) => `${localDate.toString()} ${window} ${minutes}`,
  );

describe("splitting work into windows", () => {
  it("cuts at 9:00 and 17:00 of a workday (M4)", () => {
    expect(split("2026-10-01T08:45+02:00", "2026-10-01T17:10+02:00")).toEqual([
      "2026-10-01 outside 15",
      "2026-10-01 office 480",
      "2026-10-01 outside 10",
    ]);
  });

  it("has nothing of a window that begins as the work ends (M4)", () => {
    expect(split("2026-10-01T08:45+02:00", "2026-10-01T09:00+02:00")).toEqual(["2026-10-01 outside 15"]);
    expect(split("2026-10-01T09:00+02:00", "2026-10-01T09:10+02:00")).toEqual(["2026-10-01 office 10"]);
  });

  it("cuts at midnight, also within one window", () => {
    expect(split("2026-10-02T23:50+02:00", "2026-10-04T00:10+02:00")).toEqual([
      "2026-10-02 outside 10",
      "2026-10-03 weekend-holiday 1440",
      "2026-10-04 weekend-holiday 10",
    ]);
  });

  it("counts elapsed time when the clock changes: 23 hours in spring, 25 in autumn", () => {
    expect(split("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00")).toEqual(["2026-03-29 weekend-holiday 1380"]);
    expect(split("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00")).toEqual(["2026-10-25 weekend-holiday 1500"]);
  });

  it("knows public holidays and the provider's own days (CE2)", () => {
    expect(split("2026-05-14T10:00+02:00", "2026-05-14T10:30+02:00")).toEqual(["2026-05-14 weekend-holiday 30"]);
    const own = { ...rules, extraHolidays: [Temporal.PlainDate.from("2026-05-15")] };
    expect(split("2026-05-15T10:00+02:00", "2026-05-15T10:30+02:00", own)).toEqual(["2026-05-15 weekend-holiday 30"]);
  });

  it("goes by wall time where a workday's clock changes within the office's hours", () => {
    // Amman, Friday 29 October 2021: at 01:00 the clock went back to 00:00, so 00:30-00:45 came twice.
    const terms = { ...rules.terms, timeZone: "Asia/Amman", week: officeWeek({ opens: "00:30", closes: "00:45" }) };
    expect(split("2021-10-28T21:00Z", "2021-10-28T23:00Z", { terms, extraHolidays: [] })).toEqual([
      "2021-10-29 outside 30",
      "2021-10-29 office 15",
      "2021-10-29 outside 15",
      "2021-10-29 outside 30",
      "2021-10-29 office 15",
      "2021-10-29 outside 15",
    ]);
  });

  it("goes by wall time on a day whose last hour is skipped (CE1)", () => {
    // Nuuk, Saturday 27 March 2027: at 23:00 the clock goes on to 0:00 of Sunday. Also on that day 9:00 is at 11:00 in
    // UTC.
    const week = { ...rules.terms.week, saturday: rules.terms.week.monday };
    const terms = { ...rules.terms, timeZone: "America/Nuuk", week };
    expect(split("2027-03-27T10:45Z", "2027-03-27T11:15Z", { terms, extraHolidays: [] })).toEqual([
      "2027-03-27 outside 15",
      "2027-03-27 office 15",
    ]);
    expect(split("2027-03-27T02:00Z", "2027-03-28T01:00Z", { terms, extraHolidays: [] })).toEqual([
      "2027-03-27 outside 540",
      "2027-03-27 office 480",
      "2027-03-27 outside 360",
    ]);
  });

  it("goes by wall time on a day that begins at 1:00, because the clock went forward at midnight (CE1)", () => {
    // Beirut, Sunday 29 March 2026; the windows of its Sundays are those of a workday.
    const week = { ...rules.terms.week, sunday: rules.terms.week.monday };
    const terms = { ...rules.terms, timeZone: "Asia/Beirut", week };
    expect(split("2026-03-28T22:00Z", "2026-03-29T22:00Z", { terms, extraHolidays: [] })).toEqual([
      "2026-03-29 outside 480",
      "2026-03-29 office 480",
      "2026-03-29 outside 420",
      "2026-03-30 outside 60",
    ]);
  });

  it("has no part without minutes where windows end before the clock changes, or begin after it (CE1)", () => {
    const terms = { ...rules.terms, week: { ...rules.terms.week, sunday: rules.terms.week.monday } };
    expect(split("2026-10-25T00:00+02:00", "2026-10-25T10:00+01:00", { terms, extraHolidays: [] })).toEqual([
      "2026-10-25 outside 180",
      "2026-10-25 outside 420",
      "2026-10-25 office 60",
    ]);
  });

  it("holds every minute of a day in which the clock goes back to the day before (CE1)", () => {
    // St. John's, Sunday 29 October 2000: at 0:01 the clock went back to 23:01 of Saturday.
    const week = { ...rules.terms.week, sunday: rules.terms.week.monday };
    const terms = { ...rules.terms, timeZone: "America/St_Johns", week };
    const period = {
      start: Temporal.Instant.from("2000-10-29T02:30Z"),
      end: Temporal.Instant.from("2000-10-30T03:30Z"),
    };
    const segments = splitIntoWindows(period, { terms, extraHolidays: [] });
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(25 * 60);
  });

  it("knows the first and the last minutes of the calendar, whose day of UTC lies beyond it (CE1, CE2)", () => {
    expect(split("2000-01-01T00:00+01:00", "2000-01-01T00:30+01:00")).toEqual(["2000-01-01 weekend-holiday 30"]);
    expect(split("2099-12-31T16:30+01:00", "2100-01-01T00:00+01:00")).toEqual([
      "2099-12-31 office 30",
      "2099-12-31 outside 420",
    ]);
    expect(() => split("2099-12-31T23:30+01:00", "2100-01-01T00:01+01:00")).toThrow("2100");
    expect(() => split("1999-12-31T23:59+01:00", "2000-01-01T00:01+01:00")).toThrow("1999");
  });

  it("writes minutes as instants are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000_000, max: 68_000_000 }), (minute) => {
        expect(textOfMinute(minute)).toBe(instantOfMinute(minute).toString());
      }),
    );
  });

  it("refuses to guess about a moment within a minute", () => {
    expect(() => split("2026-10-01T10:00:30Z", "2026-10-01T10:01:00Z")).toThrow("whole minute");
  });

  it("conserves minutes, leaves no gaps and gives each minute the window of its wall time (CE1)", () => {
    const firstMinute = Temporal.Instant.from("2024-01-01T00:00Z").epochMilliseconds / 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 * 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 3 * 24 * 60 }),
        fc.constantFrom("Europe/Amsterdam", "America/New_York", "Asia/Amman", "Australia/Lord_Howe"),
        (offset, length, timeZone) => {
          const start = Temporal.Instant.fromEpochMilliseconds((firstMinute + offset) * 60_000);
          const end = start.add({ minutes: length });
          const segments = splitIntoWindows({ start, end }, { ...rules, terms: { ...rules.terms, timeZone } });
          expect(segments.reduce((sum, segment) => sum + segment.minutes, 0)).toBe(length);
          let at = start;
          for (const segment of segments) {
            expect(segment.start.equals(at)).toBe(true);
            at = segment.end;
            for (const edge of [segment.start, segment.end.subtract({ minutes: 1 })]) {
              const wall = edge.toZonedDateTimeISO(timeZone);
              expect(wall.toPlainDate().equals(segment.localDate)).toBe(true);
              const isOpen = wall.hour >= 9 && wall.hour < 17;
              expect([isOpen ? "office" : "outside", "weekend-holiday"]).toContain(segment.window);
            }
          }
          expect(at.equals(end)).toBe(true);
        },
      ),
    );
  });
});
