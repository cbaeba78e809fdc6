import { defineMessages } from "../ui/define-messages.ts";

/** The lines and totals of an invoice on a page. */
export const lineMessages = defineMessages({
  nl: {
    how: (duration: string, rate: string) => `${duration} × ${rate} per uur`,
    inMonth: (what: string, month: string) => `${what} in ${month}`,
    before: (total: string, before: string) => `In totaal ${total}. Eerder gefactureerd: ${before}.`,
    subtotal: "Totaal zonder btw",
    vat: (percent: number) => `Btw ${percent}%`,
    vatOver: (vat: string, subtotal: string) => `${vat} over ${subtotal}`,
    noVat: { "reverse-charge": "Btw verlegd", "outside-scope": "Geen btw: buiten de EU" },
    total: "Totaal",
  },
  en: {
    how: (duration, rate) => `${duration} × ${rate} an hour`,
    inMonth: (what, month) => `${what} in ${month}`,
    before: (total, before) => `In all ${total}. Invoiced earlier: ${before}.`,
    subtotal: "Total without VAT",
    vat: (percent) => `VAT ${percent}%`,
    vatOver: (vat, subtotal) => `${vat} on ${subtotal}`,
    noVat: { "reverse-charge": "VAT reverse-charged", "outside-scope": "No VAT: outside the EU" },
    total: "Total",
  },
});
