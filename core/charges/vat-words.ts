import type { Language } from "../values/language.ts";
import type { VatPosition } from "./vat.ts";

/** The names of the VAT positions (CE5). */
export const vatPositionNames: Readonly<Record<Language, Readonly<Record<VatPosition, string>>>> = {
  nl: {
    domestic: "Nederland, met btw",
    "eu-business": "bedrijf in de EU, btw verlegd",
    "outside-eu": "buiten de EU, geen btw",
  },
  en: {
    domestic: "the Netherlands, with VAT",
    "eu-business": "business in the EU, VAT reverse-charged",
    "outside-eu": "outside the EU, no VAT",
  },
};
