import { mod97 } from "./check-digits.ts";

/** The member states by their VAT prefix: Greece is EL. */
const euCountries = new Set(
  "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/**
 * The standard form of a VAT number: capitals and digits without spaces, points and dashes; null for a text that cannot
 * be one. Only the tax authorities know whether it was given out. Source: "Charges, exactly" 5.
 */
export function readVatNumber(text: string): string | null {
  const number = text.replaceAll(/[\s.-]/g, "").toUpperCase();
  return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number) ? number : null;
}

/** Whether a VAT number belongs to an EU member state other than the Netherlands. Source: "Charges, exactly" 5. */
export function isOtherEuVatNumber(number: string): boolean {
  const country = number.slice(0, 2);
  return country !== "NL" && euCountries.has(country);
}

export type ReadDutchVatNumber =
  | { readonly ok: true; readonly vatNumber: string }
  | { readonly ok: false; readonly problem: "not-a-dutch-vat-number" | "wrong-check-digits" };

/**
 * Reads the number with which a Dutch business charges VAT: NL, nine digits, B and two digits. A company's nine digits
 * follow the eleven-test, a sole trader's number as a whole has 97 as its divisor. Refuses `not-a-dutch-vat-number` for
 * another form, and `wrong-check-digits` when neither holds. Source: "Charges, exactly" 5.
 */
export function readDutchVatNumber(text: string): ReadDutchVatNumber {
  const vatNumber = text.replaceAll(/[\s.-]/g, "").toUpperCase();
  if (!/^NL\d{9}B\d{2}$/.test(vatNumber)) return { ok: false, problem: "not-a-dutch-vat-number" };
  const isRight = passesElevenTest(vatNumber.slice(2, 11)) || mod97(vatNumber) === 1;
  return isRight ? { ok: true, vatNumber } : { ok: false, problem: "wrong-check-digits" };
}

/** The first eight digits, weighed by 9 to 2, leave the ninth modulo eleven. Nine zeros are no number. */
function passesElevenTest(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2];
  const weighed = weights.reduce((sum, weight, place) => sum + weight * Number(digits.at(place)), 0);
  return weighed > 0 && weighed % 11 === Number(digits.at(8));
}
