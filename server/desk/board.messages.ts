import { defineMessages } from "../ui/language.ts";

/** The work board and search. */
export const boardMessages = defineMessages({
  nl: {
    title: "Werkbord",
    queues: { new: "Niet opgepakt", mine: "Van mij", customer: "Wacht op klant", open: "Alle open", closed: "Opgelost" },
    queuesLabel: "Wachtrijen",
    empty: { new: "Alles is opgepakt", mine: "Je hebt geen open tickets", customer: "Niemand is aan zet bij een klant", open: "Er zijn geen open tickets", closed: "Er is nog niets opgelost" },
    emptyHint: "Pak een ticket op uit een andere wachtrij, of geniet van de rust.",
    room: "Ruimte deze week",
    roomOf: (logged: string, capacity: string) => `${logged} van ${capacity}`,
    searchTitle: "Zoeken",
    found: (text: string) => `Gevonden voor ${text}`,
    tickets: "Tickets",
    organisations: "Organisaties",
    articles: "Kennisbank",
    nothing: (text: string) => `Niets gevonden voor ${text}`,
    nothingHint: "Zoek op een nummer zoals K26-00042, op woorden uit het ticket of op de naam van een organisatie.",
    searchHint: "Typ een nummer, woorden uit een ticket of de naam van een organisatie.",
  },
  en: {
    title: "Board",
    queues: { new: "Not picked up", mine: "Mine", customer: "Waits for customer", open: "All open", closed: "Resolved" },
    queuesLabel: "Queues",
    empty: { new: "Everything is picked up", mine: "You have no open tickets", customer: "No customer has the turn", open: "There are no open tickets", closed: "Nothing is resolved yet" },
    emptyHint: "Pick up a ticket from another queue, or enjoy the calm.",
    room: "Room this week",
    roomOf: (logged, capacity) => `${logged} of ${capacity}`,
    searchTitle: "Search",
    found: (text) => `Found for ${text}`,
    tickets: "Tickets",
    organisations: "Organisations",
    articles: "Knowledge base",
    nothing: (text) => `Nothing found for ${text}`,
    nothingHint: "Search for a number such as K26-00042, for words of the ticket or for an organisation's name.",
    searchHint: "Type a number, words of a ticket or an organisation's name.",
  },
});
