import { defineMessages } from "../../ui/define-messages.ts";

/** Mailing an invoice, on its own page. */
export const mailingMessages = defineMessages({
  nl: {
    title: "Gemaild aan",
    to: "Aan",
    state: "Stand",
    at: "Op",
    notYet: "Deze factuur is nog aan niemand gemaild.",
    mailNow: "Mail hem nu",
    mailed: "De factuur wordt nu gemaild.",
  },
  en: {
    title: "Mailed to",
    to: "To",
    state: "State",
    at: "On",
    notYet: "Nobody has been mailed this invoice yet.",
    mailNow: "Mail it now",
    mailed: "The invoice is being mailed now.",
  },
});
