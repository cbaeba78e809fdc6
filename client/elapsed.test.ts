import { describe, expect, it } from "vitest";
import { writeElapsed } from "./elapsed.ts";

describe("a running timer", () => {
  it.each([
    [0, "0:00"],
    [59_999, "0:00"],
    [60_000, "0:01"],
    [12 * 60_000, "0:12"],
    [65 * 60_000, "1:05"],
    [-5000, "0:00"],
  ])("after %s ms shows %s", (milliseconds, text) => {
    expect(writeElapsed(milliseconds)).toBe(text);
  });
});
