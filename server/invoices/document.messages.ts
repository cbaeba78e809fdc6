import { defineMessages } from "../ui/define-messages.ts";

/** The words of an invoice that depend on its charges. */
export const documentMessages = defineMessages({
  nl: {
    ofMonth: (kind: string, month: string) => `${kind} in ${month}`,
    pay: (to: { amount: string; due: string; days: number; iban: string; number: string }) =>
      `De betaaltermijn is ${to.days} dagen (M3). Wil je ${to.amount} voor of op ${to.due} overmaken naar ${to.iban}, met ${to.number} erbij?`,
    payBack: (amount: string, number: string) =>
      `We betalen ${amount} terug, met ${number} erbij. Je hoeft niets te doen.`,
    nothingToPay: "Er is niets te betalen: wat erbij komt en wat eraf gaat, heffen elkaar op.",
    credited: (number: string, reason: string) => `Dit nemen we terug van factuur ${number}. De reden: ${reason}`,
    creditModes: {
      rebill: "Wat er wel voor staat, komt op een volgende factuur.",
      forgive: "We brengen dit niet opnieuw in rekening.",
    },
    settle: (amount: string, number: string) =>
      `${amount} gaat af van wat je voor factuur ${number} betaalt. Wat je al te veel betaald hebt, krijg je terug.`,
    reverseCharge: (customer: string, provider: string) =>
      `Btw verlegd: je geeft de btw zelf aan. Jouw btw-nummer is ${customer}, het onze ${provider}.`,
    reverseChargeOf: (months: string, customer: string, provider: string) =>
      `Btw verlegd over ${months}: je geeft de btw zelf aan. Jouw btw-nummer was toen ${customer}, het onze is ${provider}.`,
  },
  en: {
    ofMonth: (kind, month) => `${kind} in ${month}`,
    pay: (to) =>
      `The term of payment is ${to.days} days (M3). Please transfer ${to.amount} on or before ${to.due} to ${to.iban}, mentioning ${to.number}.`,
    payBack: (amount, number) => `We pay back ${amount}, mentioning ${number}. You need not do anything.`,
    nothingToPay: "There is nothing to pay: what is added and what is taken back cancel each other out.",
    credited: (number, reason) => `We take this back from invoice ${number}. The reason: ${reason}`,
    creditModes: {
      rebill: "What is due for it comes on a later invoice.",
      forgive: "We do not charge for it again.",
    },
    settle: (amount, number) =>
      `${amount} is taken off what you pay for invoice ${number}. What you have paid too much, you get back.`,
    reverseCharge: (customer, provider) =>
      `VAT reverse-charged: you account for the VAT yourself. Your VAT number is ${customer}, ours is ${provider}.`,
    reverseChargeOf: (months, customer, provider) =>
      `VAT of ${months} reverse-charged: you account for the VAT yourself. Your VAT number was ${customer} then, ours is ${provider}.`,
  },
});
