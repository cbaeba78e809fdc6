/** The member states as VAT numbers name them: Greece is EL. */
const euCountries = new Set(
  "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/**
 * A VAT number as it is written on invoices: capitals and digits without spaces, points and dashes; null for what
 * cannot be one. Whether it was given out is for the tax authorities to say. Source: "Charges, exactly" 5.
 */
export function readVatNumber(text: string): string | null {
  const number = text.replaceAll(/[\s.-]/g, "").toUpperCase();
  return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number) ? number : null;
}

/** Whether a VAT number is of another member state of the EU than the Netherlands. Source: "Charges, exactly" 5. */
export function isOtherEuVatNumber(number: string): boolean {
  const country = number.slice(0, 2);
  return country !== "NL" && euCountries.has(country);
}
