import { defineMessages } from "../ui/language.ts";

/** The words of an invoice that depend on what it charges. */
export const documentMessages = defineMessages({
  nl: {
    ofMonth: (kind: string, month: string) => `${kind} in ${month}`,
    pay: (to: { amount: string; due: string; days: number; iban: string; number: string }) =>
      `De betaaltermijn is ${to.days} dagen (M3). Wil je ${to.amount} voor of op ${to.due} overmaken naar ${to.iban}, met ${to.number} erbij?`,
    payBack: (amount: string, number: string) =>
      `We betalen ${amount} terug, met ${number} erbij. Je hoeft niets te doen.`,
    nothingToPay: "Er is niets te betalen: wat erbij komt en wat eraf gaat, heffen elkaar op.",
  },
  en: {
    ofMonth: (kind, month) => `${kind} in ${month}`,
    pay: (to) =>
      `The term of payment is ${to.days} days (M3). Please transfer ${to.amount} on or before ${to.due} to ${to.iban}, mentioning ${to.number}.`,
    payBack: (amount, number) => `We pay back ${amount}, mentioning ${number}. You need not do anything.`,
    nothingToPay: "There is nothing to pay: what is added and what is taken back cancel each other out.",
  },
});
