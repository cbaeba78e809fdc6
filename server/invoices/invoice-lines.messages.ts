import { defineMessages } from "../ui/language.ts";

/** The lines and totals of an invoice on a page. */
export const lineMessages = defineMessages({
  nl: {
    how: (duration: string, rate: string) => `${duration} × ${rate} per uur`,
    inMonth: (what: string, month: string) => `${what} in ${month}`,
    before: (total: string, amountTotal: string, before: string, amountBefore: string) =>
      `In totaal ${total}, ${amountTotal}. Eerder gefactureerd: ${before}, ${amountBefore}.`,
    lines: {
      "start-fee": { office: "Starttarief", outside: "Starttarief", "weekend-holiday": "Starttarief" },
      work: {
        office: "Werk in kantooruren",
        outside: "Werk buiten kantooruren",
        "weekend-holiday": "Werk in weekend of op feestdag",
      },
    },
    subtotal: "Totaal zonder btw",
    vat: (percent: number) => `Btw ${percent}%`,
    total: "Totaal",
  },
  en: {
    how: (duration, rate) => `${duration} × ${rate} an hour`,
    inMonth: (what, month) => `${what} in ${month}`,
    before: (total, amountTotal, before, amountBefore) =>
      `In all ${total}, ${amountTotal}. Invoiced earlier: ${before}, ${amountBefore}.`,
    lines: {
      "start-fee": { office: "Start fee", outside: "Start fee", "weekend-holiday": "Start fee" },
      work: {
        office: "Work in office hours",
        outside: "Work outside office hours",
        "weekend-holiday": "Work in a weekend or on a public holiday",
      },
    },
    subtotal: "Total without VAT",
    vat: (percent) => `VAT ${percent}%`,
    total: "Total",
  },
});
