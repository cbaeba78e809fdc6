import { describe, expect, it } from "vitest";
import { clockChangeOn, clockNote, wallTimesOf } from "./clock-change.ts";

const zoned = (text: string, timeZone = "Europe/Amsterdam") => Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
const note = (start: string, end: string) => clockNote(zoned(start), zoned(end), "nl");

describe("the night the clock changes (M4)", () => {
  it("is that of the last Sunday of March and of October", () => {
    const changeOn = (date: string) => {
      const change = clockChangeOn(Temporal.PlainDate.from(date), "Europe/Amsterdam");
      return change === null ? null : `${change.at.toInstant().toString()} ${change.minutes}`;
    };
    expect(changeOn("2026-03-29")).toBe("2026-03-29T01:00:00Z 60");
    expect(changeOn("2026-10-25")).toBe("2026-10-25T01:00:00Z -60");
    for (const date of ["2026-03-28", "2026-03-30", "2026-10-24", "2026-10-26", "2000-01-01", "2099-12-31"])
      expect(changeOn(date)).toBeNull();
  });

  it("puts the clock from 2:00 to 3:00 and from 3:00 to 2:00", () => {
    const put = ["2026-03-29", "2026-10-25"].map((date) => {
      const change = clockChangeOn(Temporal.PlainDate.from(date), "Europe/Amsterdam");
      const times = change === null ? null : wallTimesOf(change);
      return `${times?.from.toString()} ${times?.to.toString()}`;
    });
    expect(put).toEqual(["02:00:00 03:00:00", "03:00:00 02:00:00"]);
  });

  it("is told beside work during which the clock went forward, and beside no other of that day", () => {
    expect(note("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00")).toBe("klok een uur vooruit");
    expect(note("2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00")).toBe("klok een uur vooruit");
    expect(note("2026-03-28T23:30+01:00", "2026-03-29T04:00+02:00")).toBe("klok een uur vooruit");
    expect(note("2026-03-28T23:59+01:00", "2026-03-30T00:00+02:00")).toBe("klok een uur vooruit");
    expect(note("2026-03-29T01:00+01:00", "2026-03-29T01:59+01:00")).toBeNull();
    expect(note("2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00")).toBeNull();
  });

  it("is told beside work during which it went back, and of the hour that comes twice which one is meant", () => {
    expect(note("2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00")).toBe("klok een uur terug");
    expect(note("2026-10-25T02:59+02:00", "2026-10-25T02:00+01:00")).toBe("klok een uur terug");
    expect(note("2026-10-25T02:10+02:00", "2026-10-25T02:40+02:00")).toBe("voor de klok terugging");
    expect(note("2026-10-25T01:30+02:00", "2026-10-25T02:00+02:00")).toBe("voor de klok terugging");
    expect(note("2026-10-25T02:10+01:00", "2026-10-25T02:40+01:00")).toBe("nadat de klok terugging");
    expect(note("2026-10-25T02:59+01:00", "2026-10-25T04:00+01:00")).toBe("nadat de klok terugging");
    expect(note("2026-10-25T01:00+02:00", "2026-10-25T01:59+02:00")).toBeNull();
    expect(note("2026-10-25T03:00+01:00", "2026-10-25T03:30+01:00")).toBeNull();
  });

  it("is told in both languages, and by how much where it is another hour", () => {
    const english = (start: string, end: string, zone?: string) =>
      clockNote(zoned(start, zone), zoned(end, zone), "en");
    expect(english("2026-03-29T00:30Z", "2026-03-29T01:30Z")).toBe("clock one hour forward");
    expect(english("2026-10-25T00:30Z", "2026-10-25T01:30Z")).toBe("clock one hour back");
    expect(english("2026-10-25T00:10Z", "2026-10-25T00:40Z")).toBe("before the clock went back");
    expect(english("2026-10-25T01:10Z", "2026-10-25T01:40Z")).toBe("after the clock went back");
    expect(english("2026-04-04T14:30Z", "2026-04-04T15:30Z", "Australia/Lord_Howe")).toBe("clock 30 minutes back");
  });
});
