import { describe, expect, it } from "vitest";
import { familiesFor } from "./fonts.ts";
import { printableText } from "./printable-text.ts";

const all = () => true;

describe("a text for paper", () => {
  it("is one line of composed characters without anything invisible", () => {
    expect(printableText("cafe\u0301\r\nb\u200b\u202ec\ufeff", all)).toBe("café bc");
  });

  it("keeps the joiners that say how letters are written, and no other", () => {
    expect(printableText("a\u200db", all)).toBe("ab");
    expect(printableText("\u0645\u06cc\u200c\u062e", all)).toContain("\u06cc\u200c\u062e");
    expect(printableText("\u0915\u094d\u200d\u0937", all)).toBe("\u0915\u094d\u200d\u0937");
  });

  it("holds what runs from right to left together, so that a price behind it stays behind it", () => {
    expect(printableText("אב 1 גד: € 80", all)).toBe("\u2068אב 1 גד\u2069: € 80");
    expect(printableText("a אב b גד", all)).toBe("a \u2068אב\u2069 b \u2068גד\u2069");
    expect(printableText("\u0645\u064e", all)).toBe("\u2068\u0645\u064e\u2069");
  });

  it("has a box for what cannot be drawn", () => {
    expect(printableText("aq", (point) => point === 97)).toBe("a□");
  });
});

describe("the fonts of a text", () => {
  it.each([
    ["Café Łódź € 80,00 – Ελληνικά", []],
    ["北京", ["Noto Sans S Chinese"]],
    ["カタ（1）", ["Noto Sans S Chinese"]],
    ["한국", ["NanumGothic"]],
    ["שלום عربي", ["Noto Sans Arabic", "Noto Sans Hebrew"]],
    ["क", ["Noto Sans Devanagari"]],
    ["ไทย", ["Noto Sans Thai"]],
    ["🍕 🇳🇱", ["Noto Emoji"]],
    ["ქართული", []],
  ])("of %s are %j", (text, names) => {
    expect(familiesFor(text).map(({ name }) => name)).toEqual(names);
  });
});
