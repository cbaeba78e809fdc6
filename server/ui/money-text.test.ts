import { describe, expect, it } from "vitest";
import { readMoney, writeMoney } from "./money-text.ts";

describe("an amount as people write it", () => {
  it("is read with commas and points as either country has them", () => {
    for (const text of ["1250,50", "1.250,50", "1,250.50", "€ 1.250,5", "1250.5", "€\u00a01250,50"])
      expect(readMoney(text), text).toBe(125_050n);
    expect([readMoney("1250"), readMoney("0,05"), readMoney("-12,10")]).toEqual([125_000n, 5n, -1_210n]);
  });

  it("is written as it is read", () => {
    expect([writeMoney(125_050n, "nl"), writeMoney(-5n, "nl"), writeMoney(125_050n, "en")]).toEqual([
      "1250,50",
      "-0,05",
      "1250.50",
    ]);
    for (const cents of [0n, 5n, -1_210n, 125_050n]) expect(readMoney(writeMoney(cents, "nl"))).toBe(cents);
  });

  it("is asked for again where it can be read in two ways", () => {
    for (const text of ["1.250", "1,250", "12,345", "0,235", "110.505", "0.250,50", "-1.250"])
      expect(readMoney(text), text).toBeNull();
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "-",
      "twaalf",
      "12,345,6,7",
      "1.25,00",
      "12,",
      ",50",
      "1e3",
      "1.250.50",
      "1.250,500",
      "1,250.500,00",
      "9".repeat(30),
    ])
      expect(readMoney(text), text).toBeNull();
  });
});
