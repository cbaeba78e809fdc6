import { defineMessages } from "../ui/define-messages.ts";

/** The words of mails about prices: work at one price, and reductions. */
export const priceNoticeMessages = defineMessages({
  nl: {
    asked: (amount: string) =>
      `We vragen jullie akkoord voor een offerte: het werk voor één prijs van ${amount} exclusief btw, hoelang het ook duurt.`,
    approved: (name: string, amount: string) =>
      `${name} gaf akkoord voor het werk voor één prijs van ${amount}. We gaan verder.`,
    declined: (name: string, amount: string) => `${name} wees de offerte van ${amount} af.`,
    withdrawnAfterApproval:
      "We hebben de offerte voor één prijs ingetrokken, ook al was er akkoord. Jullie betalen er niets voor.",
    delivered: (name: string, amount: string, on: string) =>
      `${name} heeft vastgelegd dat het werk van de offerte van ${amount} op ${on} is opgeleverd.`,
    deliveredNext: "De prijs hoort bij die maand; verdere tijd valt niet meer onder deze offerte.",
    corrected: (name: string, amount: string, month: string) =>
      `${name} haalde ${amount} exclusief btw af van de prijs van dit ticket over ${month}, met als reden:`,
    correctionWithdrawn: (name: string, amount: string, month: string) =>
      `${name} trok de verlaging van ${amount} over ${month} weer in; het ticket kost weer wat het daarvoor kostte.`,
    waived: (name: string) => `${name} schold het starttarief van dit ticket kwijt, met als reden:`,
    ticketWithdrawn: (name: string) =>
      `${name} trok het ticket in. We werken er niet verder aan; het starttarief was kwijtgescholden.`,
    settled: "Stond het al op een factuur, dan staat het verschil op de volgende.",
    staffApproved: (name: string, organisation: string, amount: string) =>
      `${name} van ${organisation} gaf akkoord voor het werk voor één prijs van ${amount}.`,
    staffDeclined: (name: string, organisation: string, amount: string) =>
      `${name} van ${organisation} wees de offerte van ${amount} af.`,
  },
  en: {
    asked: (amount) =>
      `We ask your authorisation for a quote: the work at one price of ${amount} excluding VAT, however long it takes.`,
    approved: (name, amount) => `${name} authorised the work at one price of ${amount}. We go on.`,
    declined: (name, amount) => `${name} declined the quote of ${amount}.`,
    withdrawnAfterApproval:
      "We have withdrawn the quote at one price, although it was approved. You pay nothing for it.",
    delivered: (name, amount, on) => `${name} recorded that the work of the quote of ${amount} was delivered on ${on}.`,
    deliveredNext: "The price belongs to that month; further time is no longer under this quote.",
    corrected: (name, amount, month) =>
      `${name} took ${amount} excluding VAT off the price of this ticket for ${month}, for this reason:`,
    correctionWithdrawn: (name, amount, month) =>
      `${name} withdrew the reduction of ${amount} for ${month}; the ticket costs what it did before.`,
    waived: (name) => `${name} waived the start fee of this ticket, for this reason:`,
    ticketWithdrawn: (name) => `${name} withdrew the ticket. We work on it no further; the start fee was waived.`,
    settled: "If it was on an invoice already, the difference is on the next one.",
    staffApproved: (name, organisation, amount) =>
      `${name} of ${organisation} authorised the work at one price of ${amount}.`,
    staffDeclined: (name, organisation, amount) => `${name} of ${organisation} declined the quote of ${amount}.`,
  },
});
