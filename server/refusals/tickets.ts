import type { TicketRefusal } from "../../core/values/refusal.ts";
import { news } from "./news.ts";
import type { ToldOf } from "./told.ts";

export const ticketRefusals: ToldOf<TicketRefusal> = {
  "urgency-is-ours": {
    status: 422,
    words: {
      nl: "De urgentie bepalen wij. Laat dit veld weg en beschrijf in je ticket wat er niet lukt en voor hoeveel mensen.",
      en: "We set the urgency. Leave this field out and describe in your ticket what does not work and for how many people.",
    },
  },
  "additional-ticket-unconfirmed": {
    status: 409,
    words: {
      nl: ({ number, ticketsPerMonth }) =>
        `Dit wordt ticket ${number} van deze maand; vanaf ticket ${ticketsPerMonth + 1} gelden de tarieven van een extra ticket. Bevestig die hieronder, dan maken we het ticket aan.`,
      en: ({ number, ticketsPerMonth }) =>
        `This becomes ticket ${number} of this month; from ticket ${ticketsPerMonth + 1} on the rates of an additional ticket apply. Confirm them below and we create the ticket.`,
    },
  },
  "ticket-closed": {
    status: 409,
    words: {
      nl: "Dit ticket is gesloten. Heropen het als dit er nog bij hoort, of maak een nieuw ticket aan.",
      en: "This ticket is closed. Reopen it if this still belongs to it, or create a new ticket.",
    },
  },
  "answered-meanwhile": {
    status: 409,
    words: {
      nl: "Er kwam intussen een bericht bij. Lees dat eerst; wat je schreef staat hier nog.",
      en: "A message was added in the meantime. Read it first; what you wrote is still here.",
    },
    news,
  },
  "message-needed": {
    status: 422,
    words: {
      nl: "Schrijf de klant wat de oplossing is. Zonder bericht kan een ticket niet worden opgelost.",
      en: "Write the customer what the solution is. Without a message a ticket cannot be resolved.",
    },
  },
  "article-needed": {
    status: 422,
    words: {
      nl: "Leg de oplossing vast: kies of schrijf een artikel, of geef aan waarom er geen nodig is.",
      en: "Record the solution: choose or write an article, or say why none is needed.",
    },
  },
  "case-number-needed": {
    status: 422,
    words: {
      nl: "Vul het zaaknummer van Microsoft in. Daarmee is de zaak later terug te vinden.",
      en: "Enter Microsoft's case number. With it the case can be found again later.",
    },
  },
  "step-backwards": {
    status: 409,
    words: {
      nl: "Een ticket gaat alleen vooruit door de stappen. Kies de stap waarin het is, of een latere.",
      en: "A ticket only moves forward through its steps. Choose the step it is in, or a later one.",
    },
  },
  "not-reopenable": {
    status: 409,
    words: { nl: ({ outcome }) => stayClosed.nl[outcome], en: ({ outcome }) => stayClosed.en[outcome] },
  },
  "merge-target-closed": {
    status: 409,
    words: {
      nl: ({ reference }) => `Ticket ${reference} is gesloten. Kies een ticket dat nog open is.`,
      en: ({ reference }) => `Ticket ${reference} is closed. Choose a ticket that is still open.`,
    },
  },
};

const stayClosed = {
  nl: {
    withdrawn: "Dit ticket is ingetrokken en gaat niet opnieuw open. Maak een nieuw ticket aan als het toch nodig is.",
    duplicate: "Dit ticket is samengevoegd met een ander ticket. Schrijf daar wat er nog is.",
    "ended-with-contract":
      "Dit ticket is gestopt met het contract waar het bij hoorde. Maak onder een volgend contract een nieuw ticket aan.",
  },
  en: {
    withdrawn: "This ticket was withdrawn and does not open again. Create a new ticket if it is needed after all.",
    duplicate: "This ticket was merged into another ticket. Write there what is left.",
    "ended-with-contract":
      "This ticket ended with the contract it belonged to. Create a new ticket under a next contract.",
  },
};
