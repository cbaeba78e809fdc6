import { describe, expect, it } from "vitest";
import { readDutchVatNumber } from "./vat-number.ts";

describe("the number with which a Dutch business charges VAT", () => {
  it.each([
    ["NL123456782B01", "NL123456782B01"],
    ["nl 1234.56.782.b.01", "NL123456782B01"],
    ["NL123456789B13", "NL123456789B13"],
    ["NL000099998B57", "NL000099998B57"],
  ])("%s is read as %s", (text, vatNumber) => {
    expect(readDutchVatNumber(text)).toEqual({ ok: true, vatNumber });
  });

  it.each([
    ["", "not-a-dutch-vat-number"],
    ["NL12345678B01", "not-a-dutch-vat-number"],
    ["BE0123456749", "not-a-dutch-vat-number"],
    ["123456782B01", "not-a-dutch-vat-number"],
    ["NL123456783B01", "wrong-check-digits"],
    ["NL123456789B14", "wrong-check-digits"],
    ["NL000000000B01", "wrong-check-digits"],
  ])("%s is refused as %s", (text, problem) => {
    expect(readDutchVatNumber(text)).toEqual({ ok: false, problem });
  });
});
