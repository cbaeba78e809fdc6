import { describe, expect, it } from "vitest";
import type { Language } from "../values/language.ts";
import {
  formatAgo,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayOfYear,
  formatLongDate,
  formatMoment,
  formatMonth,
  formatStretch,
  formatTime,
  formatWaiting,
} from "./format-time.ts";

function stretch(language: Language, start: string, end: string): string {
  return formatStretch({ start, end }, { language, timeZone: "Europe/Amsterdam" });
}

/** Spaces that do not break read as ordinary ones here. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

describe("a stretch of work in words", () => {
  it("tell a stretch by the wall clock of the terms", () => {
    expect(stretch("nl", "2026-10-01T07:03:00Z", "2026-10-01T08:20:00Z")).toBe("1 okt 2026 9:03-10:20");
    expect(stretch("en", "2026-10-01T07:03:00Z", "2026-10-01T08:20:00Z")).toBe("1 Oct 2026 9:03-10:20");
  });

  it("name the second day of a stretch that passes midnight, and not of one that ends on it", () => {
    expect(stretch("nl", "2026-10-01T21:30:00Z", "2026-10-01T22:00:00Z")).toBe("1 okt 2026 23:30-0:00");
    expect(stretch("nl", "2026-10-01T21:30:00Z", "2026-10-01T22:01:00Z")).toBe("1 okt 2026 23:30-2 okt 2026 0:01");
    expect(stretch("nl", "2026-10-01T10:00:00Z", "2026-10-02T10:00:00Z")).toBe("1 okt 2026 12:00-2 okt 2026 12:00");
  });

  it("are of the zone that the terms name", () => {
    const inTokyo = { language: "en", timeZone: "Asia/Tokyo" } as const;
    expect(formatStretch({ start: "2026-10-01T15:03:00Z", end: "2026-10-01T15:20:00Z" }, inTokyo)).toBe(
      "2 Oct 2026 0:03-0:20",
    );
  });

  it("tell the hour that comes twice as the clock shows it, and what the clock did (M4)", () => {
    expect(stretch("nl", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")).toBe(
      "25 okt 2026 2:30-2:30, klok een uur terug",
    );
    expect(stretch("en", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")).toBe(
      "29 Mar 2026 1:30-3:30, clock one hour forward",
    );
    expect(stretch("en", "2026-10-25T01:10:00Z", "2026-10-25T01:40:00Z")).toBe(
      "25 Oct 2026 2:10-2:40, after the clock went back",
    );
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

  it("are written out without a place to break a line", () => {
    expect(formatLongDate(Temporal.PlainDate.from("2026-11-22"), "nl")).toBe("22\u00a0november\u00a02026");
    expect(formatDayOfYear(Temporal.PlainDate.from("2026-11-22"), "en")).toBe("22\u00a0November");
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
