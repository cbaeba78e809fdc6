import { defineMessages } from "../ui/define-messages.ts";

/** The words of the mail with a sign-in code, and of the warning about too many requests. */
export const signInMailMessages = defineMessages({
  nl: {
    subject: (code: string) => `${code} is je code voor Kwartier`,
    code: (code: string) => `Je code om in te loggen is ${code}.`,
    use: (minutes: number) =>
      `Vul hem in op de pagina waar je hem hebt aangevraagd. Hij werkt één keer en ${minutes} minuten lang. De link hieronder doet hetzelfde, in dezelfde browser.`,
    notYou:
      "Heb je niets aangevraagd? Dan hoef je niets te doen: zonder deze code komt niemand binnen. Geef hem aan niemand door; wij vragen er nooit om.",
    link: "Inloggen zonder code over te typen",
    warningSubject: "Er worden veel codes voor jouw adres gevraagd",
    warning: (most: number) =>
      `Iemand vraagt steeds codes aan om als jou in te loggen bij Kwartier: meer dan ${most} in korte tijd. Zonder die codes komt niemand binnen, dus je hoeft niets te doen. Geef geen code door, aan wie dan ook.`,
    warningPause:
      "Om je postvak te sparen mailen we nu even geen codes meer. In een browser waarin je eerder hebt ingelogd, kun je gewoon een code aanvragen; in een andere zegt de inlogpagina wanneer het weer kan.",
    warningOnce: "Blijft dit zo doorgaan, dan sturen we deze mail hooguit één keer per dag. Vertel het ons gerust.",
    warningLink: "Naar de inlogpagina",
  },
  en: {
    subject: (code) => `${code} is your code for Kwartier`,
    code: (code) => `Your code to sign in is ${code}.`,
    use: (minutes) =>
      `Enter it on the page where you asked for it. It works once and for ${minutes} minutes. The link below does the same, in the same browser.`,
    notYou:
      "Did you not ask for it? Then there is nothing to do: nobody gets in without this code. Pass it on to nobody; we never ask for it.",
    link: "Sign in without typing the code",
    warningSubject: "Many codes are asked for your address",
    warning: (most) =>
      `Somebody keeps asking for codes to sign in to Kwartier as you: more than ${most} in a short time. Nobody gets in without those codes, so there is nothing to do. Pass no code on, to anybody.`,
    warningPause:
      "To spare your mailbox we mail no codes for now. In a browser where you signed in before you can ask for one as usual; in another the sign-in page says when it works again.",
    warningOnce: "If this goes on, we send this mail once a day at most. Feel free to tell us.",
    warningLink: "To the sign-in page",
  },
});
