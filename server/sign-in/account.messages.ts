import { defineMessages } from "../ui/define-messages.ts";

/** The words of somebody's own details. */
export const accountMessages = defineMessages({
  nl: {
    title: "Mijn gegevens",
    lead: "Zo zien anderen wie je bent.",
    name: "Naam",
    nameHint: "Die staat bij wat je schrijft, ook bij wat je eerder schreef.",
    phone: "Telefoonnummer",
    phoneHint: "Zodat we elkaar kunnen bellen.",
    mail: "E-mailadres",
    mailHint: "Hiermee log je in. Wil je een ander adres? Vraag het ons.",
    save: "Bewaar",
    saved: "Je gegevens zijn bewaard.",
    signIn: "Inloggen",
  },
  en: {
    title: "My details",
    lead: "This is how others see who you are.",
    name: "Name",
    nameHint: "It stands by what you write, also by what you wrote before.",
    phone: "Telephone number",
    phoneHint: "So that we can call each other.",
    mail: "Mail address",
    mailHint: "You sign in with it. Would you like another address? Ask us.",
    save: "Save",
    saved: "Your details are saved.",
    signIn: "Sign in",
  },
});
