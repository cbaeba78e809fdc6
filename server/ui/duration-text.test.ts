import { describe, expect, it } from "vitest";
import { readDuration, writeDuration } from "./duration-text.ts";

describe("durations as people type them", () => {
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
