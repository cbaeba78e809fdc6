import type { Language } from "../../core/values/language.ts";
import type { VatCategory } from "../../core/charges/vat.ts";

/** The printed words of every invoice. */
export interface InvoiceWords {
  readonly number: string;
  readonly corrects: string;
  readonly yourReference: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly month: string;
  readonly chamberOfCommerce: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly ticket: string;
  readonly window: string;
  readonly time: string;
  readonly rate: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly vat: (category: VatCategory, percent: number) => string;
  readonly vatOver: (vat: string, subtotal: string) => string;
  readonly total: string;
  readonly payment: string;
  readonly explanation: string;
  readonly explanationIntroduction: string;
  readonly rules: string;
  readonly pageOf: string;
  readonly before: (before: { readonly time: string; readonly amount: string }) => string;
  readonly together: (both: { readonly time: string; readonly amount: string }) => string;
}

const nl: InvoiceWords = {
  number: "Nummer",
  corrects: "Bij factuur",
  yourReference: "Jouw referentie",
  issuedOn: "Factuurdatum",
  dueOn: "Betalen voor of op",
  month: "Werk van",
  chamberOfCommerce: "KvK",
  vatNumber: "Btw",
  iban: "IBAN",
  bic: "BIC",
  ticket: "Ticket",
  window: "Wanneer",
  time: "Tijd",
  rate: "Uurtarief",
  amount: "Bedrag",
  subtotal: "Totaal zonder btw",
  vat: (category, percent) =>
    category === "reverse-charge"
      ? "Btw verlegd"
      : category === "outside-scope"
        ? "Geen btw: buiten de EU"
        : `Btw ${percent}%`,
  vatOver: (vat, subtotal) => `${vat} over ${subtotal}`,
  total: "Totaal",
  payment: "Betalen",
  explanation: "Hoe elke regel tot stand kwam",
  explanationIntroduction: "Elke regel volgt uit het contract. De codes zijn de regels van het contract.",
  rules: "Contractregels",
  pageOf: "van",
  before: ({ time, amount }) => `Eerder gefactureerd: ${joined(time, amount)}.`,
  together: ({ time, amount }) => `Met deze factuur samen: ${joined(time, amount)}.`,
};

const en: InvoiceWords = {
  number: "Number",
  corrects: "For invoice",
  yourReference: "Your reference",
  issuedOn: "Invoice date",
  dueOn: "Pay on or before",
  month: "Work of",
  chamberOfCommerce: "Chamber of Commerce",
  vatNumber: "VAT",
  iban: "IBAN",
  bic: "BIC",
  ticket: "Ticket",
  window: "When",
  time: "Time",
  rate: "Hourly rate",
  amount: "Amount",
  subtotal: "Total without VAT",
  vat: (category, percent) =>
    category === "reverse-charge"
      ? "VAT reverse-charged"
      : category === "outside-scope"
        ? "No VAT: outside the EU"
        : `VAT ${percent}%`,
  vatOver: (vat, subtotal) => `${vat} on ${subtotal}`,
  total: "Total",
  payment: "Payment",
  explanation: "How each line came about",
  explanationIntroduction: "Each line follows from the contract. The codes are the contract's rules.",
  rules: "Contract rules",
  pageOf: "of",
  before: ({ time, amount }) => `Invoiced earlier: ${joined(time, amount)}.`,
  together: ({ time, amount }) => `Together with this invoice: ${joined(time, amount)}.`,
};

/** The printed words of both languages. */
export const invoiceWords: Readonly<Record<Language, InvoiceWords>> = { nl, en };

function joined(time: string, amount: string): string {
  return time === "" ? amount : `${time}, ${amount}`;
}
