import { defineMessages } from "../ui/define-messages.ts";

/** The words of the mail with an invitation, and of the page of its link. */
export const invitationMessages = defineMessages({
  nl: {
    subject: "Je uitnodiging voor Kwartier",
    invited: (inviter: string | null) =>
      inviter === null
        ? "Er is een account voor je gemaakt bij Kwartier, de supportdesk."
        : `${inviter} heeft een account voor je gemaakt bij Kwartier, de supportdesk.`,
    follow: (date: string, time: string) =>
      `Met de link hieronder log je voor het eerst in. Hij werkt één keer, tot ${date} ${time}, in elke browser.`,
    later:
      "Daarna log je in met een code die we naar dit e-mailadres sturen. Een wachtwoord is er niet. Geef de link aan niemand door.",
    unexpected: "Verwachtte je dit niet? Dan hoef je niets te doen.",
    link: "Inloggen bij Kwartier",
    title: "Welkom bij Kwartier",
    intro: "Met deze knop log je in. De link uit je mail werkt daarna niet meer.",
    next: "Een volgende keer log je in met een code die we naar je e-mailadres sturen.",
    signIn: "Inloggen",
    overTitle: "Uitnodiging",
    withCode: "Log in met een code",
  },
  en: {
    subject: "Your invitation to Kwartier",
    invited: (inviter) =>
      inviter === null
        ? "An account was made for you at Kwartier, the support desk."
        : `${inviter} made an account for you at Kwartier, the support desk.`,
    follow: (date, time) =>
      `With the link below you sign in for the first time. It works once, until ${date} ${time}, in any browser.`,
    later:
      "After that you sign in with a code that we mail to this address. There is no password. Pass the link on to nobody.",
    unexpected: "Did you not expect this? Then there is nothing to do.",
    link: "Sign in to Kwartier",
    title: "Welcome to Kwartier",
    intro: "This button signs you in. After that the link of your mail works no more.",
    next: "Next time you sign in with a code that we mail to your address.",
    signIn: "Sign in",
    overTitle: "Invitation",
    withCode: "Sign in with a code",
  },
});
