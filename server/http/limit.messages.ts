import { defineMessages } from "../ui/language.ts";

const hours = (minutes: number): number => Math.ceil(minutes / 60);
const waitNl = (minutes: number): string =>
  minutes > 90 ? `${hours(minutes)} uur` : `${minutes} ${minutes === 1 ? "minuut" : "minuten"}`;
const waitEn = (minutes: number): string =>
  minutes > 90 ? `${hours(minutes)} hours` : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

/** Refusals that pass by themselves. */
export const limitMessages = defineMessages({
  nl: {
    tooManyMails: (minutes: number) =>
      `Hier krijgen mensen mail van, en dat waren er in korte tijd erg veel. Er is niets verstuurd en wat je typte staat er nog; probeer het over ${waitNl(minutes)} opnieuw.`,
    busy: "Het is even erg druk, dus er is nog niets gecontroleerd. Wacht een paar seconden en probeer het opnieuw.",
    tooManyAttempts: (minutes: number) =>
      `Er zijn te veel pogingen gedaan. Probeer het over ${waitNl(minutes)} opnieuw.`,
  },
  en: {
    tooManyMails: (minutes: number) =>
      `This mails people, and that happened very often in a short time. Nothing was sent and what you typed is still here; try again in ${waitEn(minutes)}.`,
    busy: "It is very busy for a moment, so nothing was checked yet. Wait a few seconds and try again.",
    tooManyAttempts: (minutes: number) => `There were too many attempts. Try again in ${waitEn(minutes)}.`,
  },
});
