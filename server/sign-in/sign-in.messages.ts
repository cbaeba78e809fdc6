import { defineMessages } from "../ui/language.ts";

/** The words of signing in and out. */
export const signInMessages = defineMessages({
  nl: {
    title: "Inloggen",
    intro: "Vul je e-mailadres in. We sturen je een code; een wachtwoord is er niet.",
    mailAddress: "E-mailadres",
    sendCode: "Stuur mij een code",
    knownBrowser: "In een browser waarin je eerder hebt ingelogd, lukt het meestal wel meteen.",
    demoTitle: "Wie wil je zijn?",
    demoIntro:
      "Dit is een demo met verzonnen organisaties en een paar maanden geschiedenis. Kies iemand en kijk rond; wisselen kan steeds.",
    atCustomer: "Bij de klant",
    atProvider: "Bij de dienstverlener",
    orByMail: "Of log in zoals in het echt",
    orByMailHint: "Met het adres van iemand hierboven. De code vind je bij de verstuurde mail van de demo.",
    youAre: (name: string) => `Je bent nu ${name}.`,
    codeTitle: "Vul je code in",
    codeSent: (address: string) =>
      `Als ${address} bij ons bekend is, staat er zo een mail met een code van 8 cijfers in dat postvak. Kijk ook bij ongewenste mail.`,
    codeDemo: "In deze demo komt de mail hier aan:",
    codeDemoLink: "verstuurde mail",
    code: "Code",
    codeHint: "8 cijfers",
    codeShape: "Een code bestaat uit 8 cijfers. Neem hem over uit de mail.",
    signIn: "Inloggen",
    otherAddress: "Ander adres of nieuwe code",
    linkTitle: "Inloggen",
    linkIntro: "Bevestig dat jij dit bent. De link werkt één keer.",
    linkBroken:
      "Deze link werkt alleen in de browser waarin je hem hebt aangevraagd, één keer en 10 minuten lang. Vul anders de code uit de mail in, of vraag een nieuwe aan.",
    chooseTitle: "Voor welke organisatie?",
    chooseIntro:
      "Je bent contactpersoon of tekenbevoegde van meer dan één organisatie. Wisselen kan later in het menu.",
    noneTitle: "Geen organisatie",
    noneIntro:
      "Je bent op dit moment bij geen enkele organisatie contactpersoon of tekenbevoegde. Vraag je organisatie om je een plek te geven; wat je eerder schreef, blijft bewaard.",
    seat: (number: number) => `Contactpersoon, plek ${number}`,
    signatory: "Tekenbevoegde",
    seatAndSignatory: (number: number) => `Contactpersoon, plek ${number}, en tekenbevoegde`,
    signOut: "Uitloggen",
    signedOut: "Je bent uitgelogd.",
  },
  en: {
    title: "Sign in",
    intro: "Enter your mail address. We send you a code; there is no password.",
    mailAddress: "Mail address",
    sendCode: "Send me a code",
    knownBrowser: "In a browser where you signed in before, it usually works at once.",
    demoTitle: "Who would you like to be?",
    demoIntro:
      "This is a demo with invented organisations and a few months of history. Choose somebody and look around; you can change at any time.",
    atCustomer: "At the customer",
    atProvider: "At the provider",
    orByMail: "Or sign in as in real life",
    orByMailHint: "With the address of somebody above. The code is among the demo's sent mail.",
    youAre: (name) => `You are ${name} now.`,
    codeTitle: "Enter your code",
    codeSent: (address) =>
      `If we know ${address}, a mail with a code of 8 digits is about to arrive there. Look among unwanted mail too.`,
    codeDemo: "In this demo the mail arrives here:",
    codeDemoLink: "sent mail",
    code: "Code",
    codeHint: "8 digits",
    codeShape: "A code has 8 digits. Copy it from the mail.",
    signIn: "Sign in",
    otherAddress: "Other address or new code",
    linkTitle: "Sign in",
    linkIntro: "Confirm that this is you. The link works once.",
    linkBroken:
      "This link works only in the browser where you asked for it, once and for 10 minutes. Enter the code of the mail instead, or ask for a new one.",
    chooseTitle: "For which organisation?",
    chooseIntro: "You are a contact or signatory of more than one organisation. You can change later in the menu.",
    noneTitle: "No organisation",
    noneIntro:
      "You are a contact or signatory of no organisation at the moment. Ask your organisation for a seat; what you wrote before is kept.",
    seat: (number) => `Contact, seat ${number}`,
    signatory: "Signatory",
    seatAndSignatory: (number) => `Contact, seat ${number}, and signatory`,
    signOut: "Sign out",
    signedOut: "You are signed out.",
  },
});
