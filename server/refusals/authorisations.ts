import type { AuthorisationRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const authorisationRefusals: ToldOf<AuthorisationRefusal> = {
  "authorisation-open": {
    status: 409,
    words: {
      nl: "Er ligt al een verzoek om akkoord bij de klant. Wacht het antwoord af of trek het in.",
      en: "The customer already has a request to decide on. Wait for the answer or withdraw it.",
    },
  },
  "authorisation-decided": {
    status: 409,
    words: {
      nl: "Over dit verzoek is al besloten, of het is ingetrokken. Hieronder staat hoe het ervoor staat.",
      en: "This request was already decided on, or withdrawn. Below is how things stand.",
    },
  },
  "authorisation-expired": {
    status: 409,
    words: {
      nl: ({ on }, { date }) => `Deze offerte was geldig tot en met ${date(on)}. Vraag om een nieuwe.`,
      en: ({ on }, { date }) => `This quote was valid up to and including ${date(on)}. Ask for a new one.`,
    },
  },
  "authorisation-not-in-force": {
    status: 409,
    words: {
      nl: "Onder dit akkoord kan geen tijd meer worden vastgelegd: het is niet gegeven, opgeleverd of ingetrokken. Kies opnieuw.",
      en: "No more time can be logged under this authorisation: it was not given, was delivered or was withdrawn. Choose again.",
    },
  },
};
