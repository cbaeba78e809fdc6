import { defineMessages } from "../ui/define-messages.ts";

/** The words of mails about access: who got it, who lost it, and how to sign in (P2). */
export const accessNoticeMessages = defineMessages({
  nl: {
    somebody: "Kwartier",
    hello: (name: string) => `Hallo ${name},`,
    subjects: {
      gets: (organisation: string) => `Je hebt toegang bij ${organisation}`,
      keepsSome: (organisation: string) => `Je toegang bij ${organisation} is veranderd`,
      loses: (organisation: string) => `Je hebt geen toegang meer bij ${organisation}`,
    },
    happened: {
      given: (by: string, organisation: string) => `${by} heeft je contactpersoon gemaakt van ${organisation}.`,
      taken: (by: string, organisation: string) =>
        `${by} heeft je plek als contactpersoon van ${organisation} vrijgemaakt of aan iemand anders gegeven.`,
      appointed: (by: string, organisation: string) =>
        `${by} heeft je tekenbevoegde gemaakt van ${organisation}: je kunt het contract tekenen en contactpersonen aanwijzen.`,
      withdrawn: (by: string, organisation: string) =>
        `${by} heeft je tekenbevoegdheid voor ${organisation} ingetrokken.`,
    },
    seated: "Als contactpersoon maak je tickets aan, antwoord je en beslis je over extra tijd.",
    signatory: "Als tekenbevoegde lees je mee met de tickets, de facturen en het contract.",
    out: "Je bent uitgelogd en kunt er niet meer in. Wat je schreef blijft bij de tickets staan.",
    signIn: (address: string) =>
      `Inloggen gaat zonder wachtwoord. Vul op de inlogpagina ${address} in; je krijgt dan een code op dat adres.`,
    open: "Naar de inlogpagina",
  },
  en: {
    somebody: "Kwartier",
    hello: (name) => `Hello ${name},`,
    subjects: {
      gets: (organisation) => `You have access at ${organisation}`,
      keepsSome: (organisation) => `Your access at ${organisation} has changed`,
      loses: (organisation) => `You no longer have access at ${organisation}`,
    },
    happened: {
      given: (by, organisation) => `${by} made you a contact of ${organisation}.`,
      taken: (by, organisation) =>
        `${by} vacated your seat as a contact of ${organisation}, or gave it to somebody else.`,
      appointed: (by, organisation) =>
        `${by} made you a signatory of ${organisation}: you can sign the contract and designate contacts.`,
      withdrawn: (by, organisation) => `${by} withdrew your right to sign for ${organisation}.`,
    },
    seated: "As a contact you create tickets, answer, and decide about more time.",
    signatory: "As a signatory you read the tickets, the invoices and the contract.",
    out: "You are signed out and can no longer get in. What you wrote stays with the tickets.",
    signIn: (address) =>
      `You sign in without a password. Enter ${address} on the sign-in page; a code is then mailed to that address.`,
    open: "To the sign-in page",
  },
});
