import { defineMessages } from "../ui/define-messages.ts";

/** The words about a form of somebody other than the signed-in person (R43). */
export const heldMessages = defineMessages({
  nl: {
    title: "Er is niets verstuurd",
    otherOrganisation: (made: string, now: string) =>
      `Dit formulier is gemaakt voor ${made}, maar je werkt in deze browser nu voor ${now}. Daarom is er niets verstuurd of gewijzigd.`,
    formerOrganisation: (now: string) =>
      `Dit formulier is gemaakt voor een organisatie waar je geen contactpersoon meer bent. Je werkt nu voor ${now}. Daarom is er niets verstuurd of gewijzigd.`,
    otherPerson: (now: string) =>
      `Dit formulier is gemaakt toen iemand anders was ingelogd; nu is ${now} ingelogd in deze browser. Daarom is er niets verstuurd of gewijzigd.`,
    unknownOwner:
      "Dit formulier zegt niet voor wie het gemaakt is. Daarom is er niets verstuurd of gewijzigd. Open de pagina opnieuw.",
    noPlace: "Je bent intussen van geen organisatie meer contactpersoon. Daarom is er niets verstuurd of gewijzigd.",
    signedOut: "Je bent intussen uitgelogd. Daarom is er niets verstuurd of gewijzigd.",
    gone: "Het formulier dat je invulde is er niet meer. Wat je typte staat hieronder.",
    kept: "Wat je invulde is een uur lang bewaard, alleen voor jou in deze browser.",
    keptOfOther: "Wat er is ingevuld, is een uur lang bewaard voor wie het invulde, alleen in deze browser.",
    typed: "Wat je typte",
    typedHint: "Kopieer het als je het ergens anders wilt gebruiken.",
    files: "Kies deze bestanden straks opnieuw:",
    goOnFor: (name: string) => `Verder voor ${name}`,
    stayWith: (name: string) => `Bij ${name} blijven`,
    goOnAs: (name: string) => `Verder als ${name}`,
    signInAgain: "Inloggen als iemand anders",
    signIn: "Inloggen (in een nieuw tabblad)",
    openAgain: "Naar de pagina",
    home: "Naar het begin",
    keptUntilSignIn: "Je was intussen uitgelogd. Wat je invulde is bewaard: log in en ga verder waar je was.",
    keptUntilChosen: "Wat je invulde is bewaard: kies de organisatie en ga verder waar je was.",
    nothingKept:
      "Er staat niets meer klaar om mee verder te gaan: het is al verstuurd, of het is langer dan een uur geleden.",
  },
  en: {
    title: "Nothing was sent",
    otherOrganisation: (made, now) =>
      `This form was made for ${made}, but in this browser you now act for ${now}. So nothing was sent or changed.`,
    formerOrganisation: (now) =>
      `This form was made for an organisation you are no longer a contact of. You now act for ${now}. So nothing was sent or changed.`,
    otherPerson: (now) =>
      `This form was made when somebody else was signed in; ${now} is signed in in this browser now. So nothing was sent or changed.`,
    unknownOwner: "This form does not say for whom it was made. So nothing was sent or changed. Open the page again.",
    noPlace: "You are no longer a contact of any organisation. So nothing was sent or changed.",
    signedOut: "You were signed out in the meantime. So nothing was sent or changed.",
    gone: "The form that you filled in is no longer there. What you typed is below.",
    kept: "What you filled in is kept for an hour, for you alone and in this browser.",
    keptOfOther: "What was filled in is kept for an hour for whoever did, in this browser only.",
    typed: "What you typed",
    typedHint: "Copy it if you want to use it elsewhere.",
    files: "Choose these files again later:",
    goOnFor: (name) => `Go on for ${name}`,
    stayWith: (name) => `Stay with ${name}`,
    goOnAs: (name) => `Go on as ${name}`,
    signInAgain: "Sign in as somebody else",
    signIn: "Sign in (in a new tab)",
    openAgain: "To the page",
    home: "To the start",
    keptUntilSignIn:
      "You were signed out in the meantime. What you filled in is kept: sign in and go on where you were.",
    keptUntilChosen: "What you filled in is kept: choose the organisation and go on where you were.",
    nothingKept: "There is nothing left to go on with: it was sent already, or it is more than an hour ago.",
  },
});
