import { defineMessages } from "../ui/language.ts";

/** The words of the customer's first page. */
export const homeMessages = defineMessages({
  nl: {
    title: "Overzicht",
    greetings: { morning: "Goedemorgen", afternoon: "Goedemiddag", evening: "Goedenavond" },
    newTicket: "Nieuw ticket",
    waiting: "Wacht op jou",
    asked: (duration: string, money: string) => `Akkoord gevraagd: ${duration}, hooguit ${money}`,
    question: "Er staat een bericht voor je",
    waitingForContacts: "Wacht op de contactpersonen",
    questionForContacts: "Er staat een bericht",
    thisMonth: "Deze maand",
    used: "Gebruikt",
    beyond: (count: number) =>
      count === 1 ? "Daarvan is 1 een extra ticket." : `Daarvan zijn er ${count} extra tickets.`,
    cost: "Kosten tot nu toe",
    excludingVat: "zonder btw",
    costNone: "Nog geen kosten. Een maand zonder tickets of werk kost niets (M1).",
    costRest: (count: number) => `${count} andere tickets`,
    total: "Samen, zonder btw",
    openTickets: "Open tickets",
    all: "Alle tickets",
    lately: "Wat er gebeurde",
    noneOpen: "Geen open tickets",
    noneOpenHint: "Loopt er iets niet? Beschrijf het in een nieuw ticket.",
    welcome: "Je eerste ticket",
    welcomeHint:
      "Beschrijf wat er niet lukt, met een schermafdruk erbij als dat helpt. Voordat je verstuurt zie je wat het begint te kosten, en tijdens het werk zie je hier hoeveel tijd eraan is besteed.",
    noContract:
      "Er loopt nu geen contract, dus een ticket aanmaken kan niet. Vraag je tekenbevoegde om het contract te tekenen.",
    contractStarts: (on: string) => `Het contract begint op ${on}. Vanaf die dag kun je tickets aanmaken.`,
    toContract: "Naar het contract",
    readOnly:
      "Je leest mee als tekenbevoegde. Tickets aanmaken, antwoorden en akkoord geven doen de twee contactpersonen.",
  },
  en: {
    title: "Overview",
    greetings: { morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" },
    newTicket: "New ticket",
    waiting: "Waits for you",
    asked: (duration, money) => `Authorisation asked: ${duration}, ${money} at most`,
    question: "There is a message for you",
    waitingForContacts: "Waits for the contacts",
    questionForContacts: "There is a message",
    thisMonth: "This month",
    used: "Used",
    beyond: (count) =>
      count === 1 ? "1 of them is an additional ticket." : `${count} of them are additional tickets.`,
    cost: "Cost so far",
    excludingVat: "without VAT",
    costNone: "No cost yet. A month without tickets or work costs nothing (M1).",
    costRest: (count) => `${count} other tickets`,
    total: "Together, without VAT",
    openTickets: "Open tickets",
    all: "All tickets",
    lately: "What happened",
    noneOpen: "No open tickets",
    noneOpenHint: "Is something not working? Describe it in a new ticket.",
    welcome: "Your first ticket",
    welcomeHint:
      "Describe what does not work, with a screenshot if that helps. Before you send it you see what it starts to cost, and while we work you see here how much time was spent on it.",
    noContract: "There is no contract now, so a ticket cannot be created. Ask your signatory to sign the contract.",
    contractStarts: (on) => `The contract starts on ${on}. From that day on you can create tickets.`,
    toContract: "To the contract",
    readOnly: "You read along as a signatory. Creating tickets, replying and authorising is for the two contacts.",
  },
});
