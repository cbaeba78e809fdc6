import { defineMessages } from "../ui/language.ts";

/** The mail that carries a sign-in code. */
export const signInMailMessages = defineMessages({
  nl: {
    subject: (code: string) => `${code} is je code voor Kwartier`,
    code: (code: string) => `Je code om in te loggen is ${code}.`,
    use: (minutes: number) =>
      `Vul hem in op de pagina waar je hem hebt aangevraagd. Hij werkt één keer en ${minutes} minuten lang. De link hieronder doet hetzelfde, in dezelfde browser.`,
    notYou:
      "Heb je niets aangevraagd? Dan hoef je niets te doen: zonder deze code komt niemand binnen. Geef hem aan niemand door; wij vragen er nooit om.",
    link: "Inloggen zonder code over te typen",
  },
  en: {
    subject: (code) => `${code} is your code for Kwartier`,
    code: (code) => `Your code to sign in is ${code}.`,
    use: (minutes) =>
      `Enter it on the page where you asked for it. It works once and for ${minutes} minutes. The link below does the same, in the same browser.`,
    notYou:
      "Did you not ask for it? Then there is nothing to do: nobody gets in without this code. Pass it on to nobody; we never ask for it.",
    link: "Sign in without typing the code",
  },
});
