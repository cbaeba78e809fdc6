import { describe, expect, it } from "vitest";
import { readClockTime } from "./clock-text.ts";

describe("a time of day as people type it", () => {
  it.each([
    ["9:05", "09:05"],
    ["09:05", "09:05"],
    ["9.05", "09:05"],
    ["905", "09:05"],
    ["0905", "09:05"],
    ["1745", "17:45"],
    ["9u05", "09:05"],
    ["9", "09:00"],
    ["17 u", "17:00"],
    ["17.30 uur", "17:30"],
    ["24:00", "24:00"],
    ["24 u", "24:00"],
  ])("%s is %s", (typed, time) => {
    expect(readClockTime(typed)).toBe(time);
  });

  it.each(["9:5", "half tien", "9:05 pm", "12345"])("%s stays as it was typed, to be refused", (typed) => {
    expect(readClockTime(typed)).toBe(typed);
  });
});
