import { defineMessages } from "../../ui/define-messages.ts";

/** The words of what is left before customers can be helped. */
export const stillToDoMessages = defineMessages({
  nl: {
    title: "Nog te doen",
    provider: "Vul onze gegevens en bankrekening in",
    terms: (year: number) => `Publiceer de voorwaarden van ${year}`,
    colleagues: "Nodig een collega uit",
    customers: "Voeg de eerste klant toe",
    whyProvider: "Zonder deze kan er geen factuur uit.",
    whyTerms: "Zonder deze kun je geen contract aanbieden.",
    whyColleagues: "Consultants werken de tickets af.",
    whyCustomers: "Met zijn contactpersonen en contract.",
  },
  en: {
    title: "Still to do",
    provider: "Enter our details and bank account",
    terms: (year) => `Publish the terms of ${year}`,
    colleagues: "Invite a colleague",
    customers: "Add the first customer",
    whyProvider: "Without them no invoice can be sent.",
    whyTerms: "Without them you cannot offer a contract.",
    whyColleagues: "Consultants work the tickets.",
    whyCustomers: "With its contacts and its contract.",
  },
});
