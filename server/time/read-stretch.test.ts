import { describe, expect, it } from "vitest";
import { readStretch, type TypedStretch } from "./read-stretch.ts";

const now = Temporal.Instant.from("2026-11-23T10:12:40Z");
function read(typed: Partial<TypedStretch>): string {
  const stretch = readStretch({ date: "2026-11-23", start: "", end: "", duration: "", ...typed }, now);
  if (stretch.ok) return `${stretch.value.start.toString()} ${stretch.value.end.toString()}`;
  return stretch.refusal.code === "invalid-input"
    ? Object.entries(stretch.refusal.fields).join()
    : stretch.refusal.code;
}

describe("the times a consultant types", () => {
  it("are a start with an end or a duration, an end with a duration, or a duration that ends now", () => {
    expect(read({ start: "09:03", end: "09:40" })).toBe("2026-11-23T08:03:00Z 2026-11-23T08:40:00Z");
    expect(read({ start: "09:03", duration: "0:40" })).toBe("2026-11-23T08:03:00Z 2026-11-23T08:43:00Z");
    expect(read({ end: "09:40", duration: "40" })).toBe("2026-11-23T08:00:00Z 2026-11-23T08:40:00Z");
    expect(read({ duration: "12 min" })).toBe("2026-11-23T10:00:00Z 2026-11-23T10:12:00Z");
  });

  it("may cross midnight by their duration", () => {
    expect(read({ date: "2026-11-22", start: "23:30", duration: "1:00" })).toBe(
      "2026-11-22T22:30:00Z 2026-11-22T23:30:00Z",
    );
  });

  it("may end with the day, and last for what a person writes as hours", () => {
    expect(read({ date: "2026-11-22", start: "22:30", end: "24:00" })).toBe(
      "2026-11-22T21:30:00Z 2026-11-22T23:00:00Z",
    );
    expect(read({ date: "2026-11-22", end: "24.00", duration: "1,5" })).toBe(
      "2026-11-22T21:30:00Z 2026-11-22T23:00:00Z",
    );
  });

  it("are asked back where the clock skips or repeats an hour, never guessed", () => {
    expect(read({ date: "2026-03-29", start: "02:30", duration: "0:10" })).toBe("no-such-local-time");
    expect(read({ date: "2026-10-25", start: "02:30", duration: "0:10" })).toBe("local-time-twice");
  });

  it("are elapsed time on the night the clock changes, and a duration by the clock is told from any other (M4)", () => {
    const spring = { date: "2026-03-29", start: "01:30", end: "03:30" };
    const autumn = { date: "2026-10-25", start: "01:30", end: "03:30" };
    expect(read({ ...spring, duration: "1:00" })).toBe("2026-03-29T00:30:00Z 2026-03-29T01:30:00Z");
    expect(read({ ...spring, duration: "2:00" })).toBe("duration,clock-went-forward");
    expect(read({ ...spring, duration: "1:30" })).toBe("duration,does-not-agree");
    expect(read({ ...autumn, duration: "3:00" })).toBe("2026-10-24T23:30:00Z 2026-10-25T02:30:00Z");
    expect(read({ ...autumn, duration: "2:00" })).toBe("duration,clock-went-back");
    // As the refusal says: one time outside the repeated hour, with the duration.
    expect(read({ date: "2026-10-25", start: "01:50", duration: "0:40" })).toBe(
      "2026-10-24T23:50:00Z 2026-10-25T00:30:00Z",
    );
    expect(read({ date: "2026-10-25", end: "03:10", duration: "0:40" })).toBe(
      "2026-10-25T01:30:00Z 2026-10-25T02:10:00Z",
    );
  });

  it("may be typed as people write times", () => {
    expect(read({ start: "9.05", end: "0940" })).toBe("2026-11-23T08:05:00Z 2026-11-23T08:40:00Z");
  });

  it("are not guessed from a duration alone on another day, nor where three times disagree", () => {
    expect(read({ date: "2026-11-20", duration: "0:10" })).toBe("start,required");
    expect(read({ start: "09:00", end: "10:00", duration: "0:45" })).toBe("duration,does-not-agree");
    expect(read({ start: "09:00", end: "10:00", duration: "1:00" })).toBe("2026-11-23T08:00:00Z 2026-11-23T09:00:00Z");
  });

  it("are refused at the field that is wrong", () => {
    expect(read({})).toBe("start,required");
    expect(read({ start: "09:00" })).toBe("end,required");
    expect(read({ start: "25:00", duration: "1:00" })).toBe("start,not-a-time");
    expect(read({ start: "09:00", end: "9 pm" })).toBe("end,not-a-time");
    expect(read({ start: "09:00", duration: "een uur" })).toBe("duration,not-a-duration");
    expect(read({ date: "2026-02-30", start: "09:00", duration: "1:00" })).toBe("date,not-a-date");
  });
});
