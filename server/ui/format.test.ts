import { describe, expect, it } from "vitest";
import { readDuration, writeDuration } from "./duration-text.ts";
import { formatDuration, formatMoney, formatSize } from "./format.ts";
import {
  formatAgo,
  formatDate,
  formatDateTime,
  formatDay,
  formatMoment,
  formatMonth,
  formatTime,
  formatWaiting,
} from "./format-time.ts";

/** Spaces that do not break read as ordinary ones here. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

describe("money", () => {
  it.each([
    [125_000n, "€ 1.250,00", "€1,250.00"],
    [0n, "€ 0,00", "€0.00"],
    [5n, "€ 0,05", "€0.05"],
    [-1205n, "€ -12,05", "-€12.05"],
    [-5n, "€ -0,05", "-€0.05"],
    [123_456_789_012n, "€ 1.234.567.890,12", "€1,234,567,890.12"],
    [900_719_925_474_099_301n, "€ 9.007.199.254.740.993,01", "€9,007,199,254,740,993.01"],
  ])("%s cents", (cents, dutch, english) => {
    expect(plain(formatMoney(cents, "nl"))).toBe(dutch);
    expect(plain(formatMoney(cents, "en"))).toBe(english);
  });

  it("does not break across lines", () => {
    expect(formatMoney(100n, "nl")).not.toContain(" ");
  });
});

describe("durations", () => {
  it.each([
    [75, "1:15 u", "1:15 h"],
    [5, "0:05 u", "0:05 h"],
    [0, "0:00 u", "0:00 h"],
    [6000, "100:00 u", "100:00 h"],
    [-75, "-1:15 u", "-1:15 h"],
  ])("%s minutes", (minutes, dutch, english) => {
    expect(plain(formatDuration(minutes, "nl"))).toBe(dutch);
    expect(plain(formatDuration(minutes, "en"))).toBe(english);
  });

  it.each([
    ["1:15", 75],
    ["0:40", 40],
    ["1u15", 75],
    ["1:15 u", 75],
    ["1,5 u", 90],
    ["1.25h", 75],
    ["2 uur", 120],
    ["1 u 30", 90],
    ["1h30m", 90],
    ["1 uur 30 minuten", 90],
    ["1h 05 min", 65],
    ["1,5", 90],
    ["2.5", 150],
    ["0,75", 45],
    ["45", 45],
    ["45 min", 45],
    [" 0:05 ", 5],
  ])("%j is read as %s minutes", (text, minutes) => {
    expect(readDuration(text)).toBe(minutes);
  });

  it.each(["", "0", "0:00", "1:75", "-5", "1,99 u", "een uur", "1,30", "1.15", "1h75m", "1e3", "99999", "1:2:3"])(
    "%j is not a duration",
    (text) => {
      expect(readDuration(text)).toBeNull();
    },
  );

  it("are written as they are read", () => {
    expect(readDuration(writeDuration(135))).toBe(135);
  });
});

describe("sizes", () => {
  it.each([
    [12, "12 bytes"],
    [24_400, "24 kB"],
    [1_240_000, "1,2 MB"],
  ])("%s bytes", (bytes, dutch) => {
    expect(plain(formatSize(bytes, "nl"))).toBe(dutch);
  });
});

describe("dates and times", () => {
  const summer = Temporal.Instant.from("2026-07-01T22:30:00Z");
  const winter = Temporal.Instant.from("2026-11-23T08:03:00Z");

  it("are of Amsterdam, whatever the machine's zone", () => {
    expect(formatDate(summer, "nl")).toBe("2 jul 2026");
    expect(formatTime(summer, "nl")).toBe("0:30");
    expect(formatDateTime(winter, "en")).toBe("23 Nov 2026, 9:03");
  });

  it("are written in both languages", () => {
    expect(formatDay(winter, "nl")).toBe("ma 23 nov");
    expect(formatDay(winter, "en")).toBe("Mon 23 Nov");
    expect(formatDate(Temporal.PlainDate.from("2026-03-01"), "nl")).toBe("1 mrt 2026");
    expect(formatMonth("2026-10", "nl")).toBe("oktober 2026");
    expect(formatMonth("2026-10", "en")).toBe("October 2026");
  });

  it.each([
    [0, "0 min", "0 min"],
    [59, "59 min", "59 min"],
    [125, "2 u", "2 h"],
    [3024, "2,1 d", "2.1 d"],
    [17_280, "12 d", "12 d"],
  ])("%s minutes of waiting", (minutes, dutch, english) => {
    const now = winter.add({ minutes });
    expect(plain(formatWaiting(winter, now, "nl"))).toBe(dutch);
    expect(plain(formatWaiting(winter, now, "en"))).toBe(english);
  });

  it("lie in the past, or just now", () => {
    expect(plain(formatAgo(winter, winter.add({ hours: 2 }), "nl"))).toBe("2 u geleden");
    expect(plain(formatAgo(winter, winter.add({ hours: 2 }), "en"))).toBe("2 h ago");
    expect(formatAgo(winter, winter.subtract({ seconds: 5 }), "nl")).toBe("zojuist");
  });

  it("say only what is needed to know when", () => {
    expect(formatMoment(winter, winter.add({ hours: 1 }), "nl")).toBe("9:03");
    expect(formatMoment(winter, winter.add({ hours: 30 }), "nl")).toBe("ma 23 nov, 9:03");
    expect(formatMoment(winter, winter.add({ hours: 24 * 60 }), "nl")).toBe("23 nov 2026, 9:03");
  });
});
