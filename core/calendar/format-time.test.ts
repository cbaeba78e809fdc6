import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { timeFormat } from "./format-time.ts";

const nl = timeFormat("nl", "Europe/Amsterdam");
const en = timeFormat("en", "Europe/Amsterdam");

describe("dates and times in words", () => {
  it("tell a stretch by the wall clock of the terms", () => {
    expect(nl.stretch("2026-10-01T07:03:00Z", "2026-10-01T08:20:00Z")).toBe("1 okt 2026 9:03-10:20");
    expect(en.stretch("2026-10-01T07:03:00Z", "2026-10-01T08:20:00Z")).toBe("1 Oct 2026 9:03-10:20");
  });

  it("name the second day of a stretch that passes midnight, and not of one that ends on it", () => {
    expect(nl.stretch("2026-10-01T21:30:00Z", "2026-10-01T22:00:00Z")).toBe("1 okt 2026 23:30-0:00");
    expect(nl.stretch("2026-10-01T21:30:00Z", "2026-10-01T22:01:00Z")).toBe("1 okt 2026 23:30-2 okt 2026 0:01");
    expect(nl.stretch("2026-10-01T10:00:00Z", "2026-10-02T10:00:00Z")).toBe("1 okt 2026 12:00-2 okt 2026 12:00");
  });

  it("tell the hour that comes twice as the clock shows it, and what the clock did (M4)", () => {
    expect(nl.stretch("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")).toBe(
      "25 okt 2026 2:30-2:30, klok een uur terug",
    );
    expect(en.stretch("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")).toBe(
      "29 Mar 2026 1:30-3:30, clock one hour forward",
    );
    expect(en.stretch("2026-10-25T01:10:00Z", "2026-10-25T01:40:00Z")).toBe(
      "25 Oct 2026 2:10-2:40, after the clock went back",
    );
  });

  it("name a date and a month", () => {
    expect(nl.date(Temporal.PlainDate.from("2026-11-22"))).toBe("22 nov 2026");
    expect(en.month(monthOf("2026-10"))).toBe("October 2026");
  });
});
