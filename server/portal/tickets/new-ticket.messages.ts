import { defineMessages } from "../../ui/define-messages.ts";

/** The words of making a ticket. */
export const newTicketMessages = defineMessages({
  nl: {
    title: "Nieuw ticket",
    back: "Tickets",
    intro: (aim: string) =>
      `Beschrijf wat er niet lukt. We streven ernaar het binnen ${aim} op te pakken; een vaste termijn is er niet.`,
    subject: "Waar gaat het over?",
    subjectHint: "In een paar woorden, bijvoorbeeld: Outlook synchroniseert niet op mijn telefoon",
    description: "Wat gebeurt er?",
    descriptionHint: "Wat deed je, wat verwachtte je, wat gebeurde er, sinds wanneer en bij wie?",
    files: "Schermafdruk of bestand",
    keptFiles: "Al toegevoegd",
    outside: "Jullie mogen hier ook buiten kantooruren aan werken",
    outsideHint: (rates: string) => `Dan kost een uur: ${rates}. Zonder dit werken we op de gewone uren.`,
    rate: (window: string, rate: string) => `${window} ${rate}`,
    costUnlimited: (number: number) => `Dit wordt ticket ${number} van deze maand.`,
    cost: "Wat het begint te kosten",
    costNumber: (number: number, limit: number) => `Dit wordt ticket ${number} van ${limit} deze maand.`,
    costAdditional: (number: number, limit: number) =>
      `Dit wordt ticket ${number} deze maand. De eerste ${limit} vallen binnen het contract; dit is een extra ticket.`,
    startFee: "Starttarief",
    startFeeHow: (duration: string, rate: string) => `${duration} × ${rate} per uur`,
    startFeeWhy:
      "Voor elk ticket rekenen we in elk geval de administratie. De eerste minuten administratie die we besteden, zitten daarin (T1).",
    free: (duration: string) => `We besteden hooguit ${duration} zonder je eerst om akkoord te vragen.`,
    confirm: (rates: string) => `Ik ga akkoord met de uurtarieven van een extra ticket: ${rates}`,
    send: "Ticket versturen",
    created: (reference: string, aim: string) =>
      `We hebben je vraag: ${reference}. We streven ernaar hem binnen ${aim} op te pakken.`,
    noContract:
      "Er loopt nu geen contract, dus een ticket aanmaken kan niet. Vraag je tekenbevoegde om het contract te tekenen.",
    noSeat: "Alleen de contactpersonen van je organisatie maken tickets aan.",
  },
  en: {
    title: "New ticket",
    back: "Tickets",
    intro: (aim) => `Describe what does not work. We aim to pick it up within ${aim}; there is no fixed deadline.`,
    subject: "What is it about?",
    subjectHint: "In a few words, for example: Outlook does not sync on my phone",
    description: "What happens?",
    descriptionHint: "What did you do, what did you expect, what happened, since when and for whom?",
    files: "Screenshot or file",
    keptFiles: "Already added",
    outside: "You may also work on this outside office hours",
    outsideHint: (rates) => `An hour then costs: ${rates}. Without this we work in the usual hours.`,
    rate: (window, rate) => `${window} ${rate}`,
    costUnlimited: (number) => `This becomes ticket ${number} of this month.`,
    cost: "What it starts to cost",
    costNumber: (number, limit) => `This becomes ticket ${number} of ${limit} this month.`,
    costAdditional: (number, limit) =>
      `This becomes ticket ${number} this month. The first ${limit} are within the contract; this is an additional ticket.`,
    startFee: "Start fee",
    startFeeHow: (duration, rate) => `${duration} × ${rate} an hour`,
    startFeeWhy:
      "For every ticket we charge at least the administration. The first minutes of administration we spend are part of it (T1).",
    free: (duration) => `We spend at most ${duration} before asking for your authorisation.`,
    confirm: (rates) => `I agree to the hourly rates of an additional ticket: ${rates}`,
    send: "Send ticket",
    created: (reference, aim) => `We have your question: ${reference}. We aim to pick it up within ${aim}.`,
    noContract: "There is no contract now, so a ticket cannot be created. Ask your signatory to sign the contract.",
    noSeat: "Only the contacts of your organisation create tickets.",
  },
});
