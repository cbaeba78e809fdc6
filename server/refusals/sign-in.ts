import type { SignInRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";
import { secondsOf, waitOf } from "./wait.ts";

export const signInRefusals: ToldOf<SignInRefusal> = {
  "code-wrong": {
    status: 422,
    words: {
      nl: ({ attemptsLeft }) =>
        attemptsLeft === 0
          ? "Deze code klopt niet en is nu ongeldig. Vraag een nieuwe aan."
          : attemptsLeft === 1
            ? "Deze code klopt niet. Je kunt het nog een keer proberen."
            : `Deze code klopt niet. Je kunt het nog ${attemptsLeft} keer proberen.`,
      en: ({ attemptsLeft }) =>
        attemptsLeft === 0
          ? "This code is not right and no longer valid. Ask for a new one."
          : attemptsLeft === 1
            ? "This code is not right. You can try once more."
            : `This code is not right. You can try ${attemptsLeft} more times.`,
    },
  },
  "code-expired": {
    status: 422,
    words: {
      nl: "Deze code is verlopen. Vraag een nieuwe aan.",
      en: "This code has expired. Ask for a new one.",
    },
  },
  "code-used": {
    status: 422,
    words: {
      nl: "Deze code is al gebruikt. Vraag een nieuwe aan.",
      en: "This code was already used. Ask for a new one.",
    },
  },
  "invitation-used": {
    status: 422,
    words: {
      nl: "Deze uitnodiging is al gebruikt. Log in met een code die we naar je e-mailadres sturen.",
      en: "This invitation was already used. Sign in with a code that we mail to your address.",
    },
  },
  "invitation-over": {
    status: 422,
    words: {
      nl: "Deze uitnodiging werkt niet meer. Log in met een code die we naar je e-mailadres sturen, of vraag een beheerder om een nieuwe uitnodiging.",
      en: "This invitation no longer works. Sign in with a code that we mail to your address, or ask an administrator for a new invitation.",
    },
  },
  "too-many-attempts": {
    status: 429,
    words: {
      nl: ({ minutes }) => `Er zijn te veel pogingen gedaan. Probeer het over ${waitOf(minutes, "nl")} opnieuw.`,
      en: ({ minutes }) => `There were too many attempts. Try again in ${waitOf(minutes, "en")}.`,
    },
    retryAfterSeconds: secondsOf,
  },
};
