import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import { naiveHolidays, naiveWall, naiveWindow } from "./testing/naive-calendar.ts";
import { publicHolidays } from "./public-holidays.ts";
import { type DayKind, type Week, type WindowStart } from "./week.ts";
import { windowCalendar } from "./windows.ts";

describe("the calendar, worked out once more in another way", { timeout: 60_000 }, () => {
  it.each(["lustrum", "always", "never"] as const)("has the public holidays of 2000-2099, 5 May %s (CE2)", (rule) => {
    for (let year = 2000; year < 2100; year += 1) {
      const dates = new Set(publicHolidays(year, rule).map(({ date }) => date.toString()));
      expect([...dates].toSorted()).toEqual([...new Set(naiveHolidays(year, rule))].toSorted());
    }
  });

  it("knows each minute's window around every change of a clock anywhere, and its local date (CE1)", () => {
    const problems: string[] = [];
    let checked = 0;
    for (const timeZone of Intl.supportedValuesOf("timeZone")) {
      const calendar = windowCalendar({ terms: { ...defaultTerms(2026), timeZone, week }, extraHolidays: [] });
      for (const change of changesOf(timeZone)) {
        checked += 1;
        const segments = calendar.split(change - 24 * 60, change + 24 * 60);
        for (const minute of minutesAround(change)) {
          const found = segments.find(({ start, end }) => start <= minute && minute < end);
          const wall = naiveWall(minute, timeZone);
          const window = naiveWindow(wall, { week, liberationDay: "lustrum", ownHolidays: [] });
          const expected = `${wall.date} ${window}`;
          const actual = `${found?.localDate.toString()} ${found?.window}`;
          if (actual !== expected) problems.push(`${timeZone} ${wall.date} ${wall.time}: ${actual}, not ${expected}`);
        }
      }
    }
    expect(checked).toBeGreaterThan(300);
    expect(problems).toEqual([]);
  });
});

/** A week in which every kind of day has windows of its own, which begin where clocks change, also at odd times. */
const week: Week = {
  monday: day("monday"),
  tuesday: day("tuesday"),
  wednesday: day("wednesday"),
  thursday: day("thursday"),
  friday: day("friday"),
  saturday: day("saturday"),
  sunday: day("sunday"),
  holiday: day("holiday"),
};

function day(kind: DayKind): readonly WindowStart[] {
  const starts = [
    "00:00",
    "00:30",
    "01:00",
    "01:45",
    "02:00",
    "02:30",
    "03:00",
    "04:00",
    "09:00",
    "22:30",
    "23:00",
    "23:30",
  ];
  return starts.map((from) => ({ from, window: `${kind}-${from}` }));
}

/**
 * When the clocks of a zone change in a few years, in epoch minutes. Before 2012 some went back over midnight, into the
 * day before.
 */
function changesOf(timeZone: string): readonly number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.from("2025-01-01T00:00Z").toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
  while (at !== null && at.year < 2028) {
    changes.push(at.epochMilliseconds / 60_000);
    at = at.getTimeZoneTransition("next");
  }
  return changes;
}

/** The minutes on both sides of where things happen within two hours of a moment, and some of the days around it. */
function minutesAround(change: number): readonly number[] {
  const near = [-120, -90, -75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75, 90, 120].flatMap((at) => [at - 1, at]);
  const far = [-1300, -900, -700, -500, -300, 300, 500, 700, 900, 1300];
  return [...near, ...far].map((minutes) => change + minutes);
}
