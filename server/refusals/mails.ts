import type { MailRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const mailRefusals: ToldOf<MailRefusal> = {
  "mail-accepted": {
    status: 409,
    words: {
      nl: "De mailserver heeft deze mail al aangenomen. Er is niets meer te doen.",
      en: "The mail server has taken this mail already. There is nothing left to do.",
    },
  },
  "mail-is-code": {
    status: 409,
    words: {
      nl: "Een inlogcode mailen we niet opnieuw: wie wil inloggen, vraagt een nieuwe aan.",
      en: "We do not mail a sign-in code again: whoever wants to sign in asks for a new one.",
    },
  },
  "mail-under-way": {
    status: 409,
    words: {
      nl: ({ invoice }) => `Factuur ${invoice} is al gemaild, of wordt dat nog. Bekijk hieronder hoe het staat.`,
      en: ({ invoice }) => `Invoice ${invoice} was mailed already, or is about to be. See below how it stands.`,
    },
  },
};
