import { defineMessages } from "../../ui/define-messages.ts";

/** The words of what is left before customers can be helped. */
export const stillToDoMessages = defineMessages({
  nl: {
    title: "Nog te doen",
    provider: "Vul onze gegevens en bankrekening in",
    terms: (year: number) => `Publiceer de voorwaarden van ${year}`,
    mail: "Stel een mailserver in met SMTP_URL en MAIL_FROM",
    colleagues: "Nodig een collega uit",
    customers: "Voeg de eerste klant toe",
    whyProvider: "Zonder deze kan er geen factuur uit.",
    whyTerms: "Zonder deze kun je geen contract aanbieden.",
    whyMail: "Tot dan wacht alle mail, ook de inlogcodes.",
    whyColleagues: "Consultants werken de tickets af.",
    whyCustomers: "Met zijn contactpersonen en contract.",
  },
  en: {
    title: "Still to do",
    provider: "Enter our details and bank account",
    terms: (year) => `Publish the terms of ${year}`,
    mail: "Set a mail server with SMTP_URL and MAIL_FROM",
    colleagues: "Invite a colleague",
    customers: "Add the first customer",
    whyProvider: "Without them no invoice can be sent.",
    whyTerms: "Without them you cannot offer a contract.",
    whyMail: "Until then all mail waits, sign-in codes too.",
    whyColleagues: "Consultants work the tickets.",
    whyCustomers: "With its contacts and its contract.",
  },
});
