import { describe, expect, it } from "vitest";
import { formatDuration, formatList, formatMoney, formatRate, formatSize } from "./format.ts";

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

describe("rates", () => {
  it("are written without cents where they have none", () => {
    expect(plain(formatRate(10_000n, "nl"))).toBe("€ 100");
    expect(plain(formatRate(23n, "nl"))).toBe("€ 0,23");
    expect(formatRate(10_000n, "en")).toBe("€100");
  });
});

describe("lists", () => {
  it("are written as in a sentence", () => {
    expect(formatList(["a", "b", "c"], "nl")).toBe("a, b en c");
    expect(formatList(["a", "b", "c"], "en")).toBe("a, b and c");
    expect(formatList(["a", "b"], "nl", "or")).toBe("a of b");
    expect(formatList(["a"], "en", "or")).toBe("a");
  });
});
