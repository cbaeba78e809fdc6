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
