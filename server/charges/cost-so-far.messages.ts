import { defineMessages } from "../ui/define-messages.ts";

/** The words about a ticket's cost until now. */
export const costMessages = defineMessages({
  nl: {
    cost: "Kosten tot nu toe, zonder btw",
    spent: "Besteed",
    spentOf: (spent: string, ceiling: string) => `${spent} van ${ceiling}`,
    left: (left: string) => `Nog ${left} zonder nieuw akkoord.`,
    noneLeft: "Het urenplafond is bereikt. Verder werken we pas na jullie akkoord.",
    quoted: (duration: string) => `Daarnaast ${duration} werk voor één prijs, buiten het urenplafond (T3).`,
    waived: (reason: string) => `Het starttarief is kwijtgescholden: ${reason} (T1)`,
    total: "Totaal zonder btw",
    line: (what: string, month: string) => `${what}, ${month}`,
    how: (duration: string, rate: string) => `${duration} × ${rate} per uur`,
  },
  en: {
    cost: "Cost so far, without VAT",
    spent: "Spent",
    spentOf: (spent, ceiling) => `${spent} of ${ceiling}`,
    left: (left) => `${left} left without a new authorisation.`,
    noneLeft: "The ceiling is reached. We go on once you have authorised it.",
    quoted: (duration) => `Besides, ${duration} of work at one price, outside the ceiling (T3).`,
    waived: (reason) => `The start fee was waived: ${reason} (T1)`,
    total: "Total without VAT",
    line: (what, month) => `${what}, ${month}`,
    how: (duration, rate) => `${duration} × ${rate} an hour`,
  },
});
