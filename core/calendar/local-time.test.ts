import { describe, expect, it } from "vitest";
import { instantOfLocalTime } from "./local-time.ts";

const at = (date: string, time: string) => {
  const result = instantOfLocalTime({ date, time, timeZone: "Europe/Amsterdam" });
  return result.ok ? result.value.toString() : result.refusal;
};

describe("a local wall time", () => {
  it("is an instant by the offset of its day", () => {
    expect(at("2026-10-01", "09:00")).toBe("2026-10-01T07:00:00Z");
    expect(at("2026-11-02", "09:00")).toBe("2026-11-02T08:00:00Z");
  });

  it("at the end of a day is the beginning of the next", () => {
    expect(at("2026-10-01", "24:00")).toBe("2026-10-01T22:00:00Z");
    expect(at("2026-12-31", "24:00")).toBe(at("2027-01-01", "00:00"));
    expect(at("2026-10-24", "24:00")).toBe("2026-10-24T22:00:00Z");
  });

  it("that the clock skips in spring is refused, its neighbours are not", () => {
    expect(at("2026-03-29", "02:30")).toEqual({ code: "no-such-local-time", local: "2026-03-29 02:30" });
    expect(at("2026-03-29", "02:00")).toEqual({ code: "no-such-local-time", local: "2026-03-29 02:00" });
    expect(at("2026-03-29", "01:59")).toBe("2026-03-29T00:59:00Z");
    expect(at("2026-03-29", "03:00")).toBe("2026-03-29T01:00:00Z");
  });

  it("that comes twice in autumn is refused, its neighbours are not", () => {
    expect(at("2026-10-25", "02:30")).toEqual({ code: "local-time-twice", local: "2026-10-25 02:30" });
    expect(at("2026-10-25", "02:00")).toEqual({ code: "local-time-twice", local: "2026-10-25 02:00" });
    expect(at("2026-10-25", "01:59")).toBe("2026-10-24T23:59:00Z");
    expect(at("2026-10-25", "03:00")).toBe("2026-10-25T02:00:00Z");
  });

  it("that is no date or no time is refused by field", () => {
    expect(at("2026-02-30", "09:00")).toEqual({ code: "invalid-input", fields: { date: "not-a-date" } });
    expect(at("2026-2-3", "09:00")).toEqual({ code: "invalid-input", fields: { date: "not-a-date" } });
    expect(at("20260203", "09:00")).toEqual({ code: "invalid-input", fields: { date: "not-a-date" } });
    expect(at("2026-02-03T10:00", "09:00")).toEqual({ code: "invalid-input", fields: { date: "not-a-date" } });
    expect(at("2026-02-03", "24:01")).toEqual({ code: "invalid-input", fields: { time: "not-a-time" } });
    expect(at("2026-02-03", "9:00")).toEqual({ code: "invalid-input", fields: { time: "not-a-time" } });
  });
});
