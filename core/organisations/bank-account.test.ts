import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { readBic, readIban } from "./bank-account.ts";

describe("an account number", () => {
  it.each([
    ["NL02ABNA0123456789", "NL02 ABNA 0123 4567 89"],
    ["nl02 abna 0123 4567 89", "NL02 ABNA 0123 4567 89"],
    ["NL02.ABNA.0123.4567.89", "NL02 ABNA 0123 4567 89"],
    ["BE68 5390 0754 7034", "BE68 5390 0754 7034"],
    ["DE89370400440532013000", "DE89 3704 0044 0532 0130 00"],
    ["GB82WEST12345698765432", "GB82 WEST 1234 5698 7654 32"],
  ])("%s is printed as %s", (text, iban) => {
    expect(readIban(text)).toEqual({ ok: true, iban });
  });

  it.each([
    ["", "not-an-iban"],
    ["NL02ABNA012345678", "not-an-iban"],
    ["NL02ABNA01234567890", "not-an-iban"],
    ["0123456789", "not-an-iban"],
    ["US02ABNA0123456789", "not-an-iban"],
    ["NL02 ABNA 0123 4567 8é", "not-an-iban"],
    ["NL03ABNA0123456789", "wrong-check-digits"],
    ["NL02ABNA0123456798", "wrong-check-digits"],
    ["NL00 DEMO 0000 0000 00", "wrong-check-digits"],
  ])("%s is refused as %s", (text, problem) => {
    expect(readIban(text)).toEqual({ ok: false, problem });
  });

  it("tells every single mistyped digit, and every two neighbours in the wrong order", () => {
    const right = "NL02ABNA0123456789";
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 0, max: 9 }), (place, digit) => {
        const wrong = right.slice(0, place) + String(digit) + right.slice(place + 1);
        const swapped =
          right.slice(0, place - 1) + right.charAt(place) + right.charAt(place - 1) + right.slice(place + 1);
        expect(readIban(wrong).ok).toBe(wrong === right);
        expect(place === 8 || !readIban(swapped).ok).toBe(true);
      }),
    );
  });
});

describe("a bank's code", () => {
  it.each([
    ["ABNANL2A", "ABNANL2A"],
    ["abna nl 2a xxx", "ABNANL2AXXX"],
  ])("%s is read as %s", (text, bic) => {
    expect(readBic(text)).toBe(bic);
  });

  it.each(["", "ABNANL2", "ABNANL2AX", "12NANL2A", "ABNANL2A\u00e9XX"])("%s is none", (text) => {
    expect(readBic(text)).toBeNull();
  });
});
