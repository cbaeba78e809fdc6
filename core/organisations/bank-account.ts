import { mod97 } from "./check-digits.ts";

/** The lengths of the account numbers of SEPA's countries, from the register of ISO 13616. */
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    AD: 24,
    AL: 28,
    AT: 20,
    BE: 16,
    BG: 22,
    CH: 21,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    EE: 20,
    ES: 24,
    FI: 18,
    FR: 27,
    GB: 22,
    GI: 23,
    GR: 27,
    HR: 21,
    HU: 28,
    IE: 22,
    IS: 26,
    IT: 27,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    MC: 27,
    MD: 24,
    ME: 22,
    MK: 19,
    MT: 31,
    NL: 18,
    NO: 15,
    PL: 28,
    PT: 25,
    RO: 24,
    RS: 22,
    SE: 24,
    SI: 19,
    SK: 24,
    SM: 27,
    VA: 22,
  }),
);

export type ReadIban =
  | { readonly ok: true; readonly iban: string }
  | { readonly ok: false; readonly problem: "not-an-iban" | "wrong-check-digits" };

/**
 * Reads an account number (IBAN): capitals and digits in groups of four, as it is printed. Refuses `not-an-iban` for a
 * text of another form, length or country than SEPA knows, and `wrong-check-digits` for a number in which something was
 * mistyped. Only the bank knows whether the account exists. Source: ISO 13616.
 */
export function readIban(text: string): ReadIban {
  const iban = text.replaceAll(/[\s.-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || lengths.get(iban.slice(0, 2)) !== iban.length)
    return { ok: false, problem: "not-an-iban" };
  if (mod97(iban.slice(4) + iban.slice(0, 4)) !== 1) return { ok: false, problem: "wrong-check-digits" };
  return { ok: true, iban: iban.replaceAll(/.{4}(?=.)/g, "$& ") };
}

/**
 * The standard form of a bank's code (BIC): 8 or 11 capitals and digits, without spaces; null for a text that cannot be
 * one. Source: ISO 9362.
 */
export function readBic(text: string): string | null {
  const bic = text.replaceAll(/\s/g, "").toUpperCase();
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic) ? bic : null;
}
