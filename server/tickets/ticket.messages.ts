import { defineMessages } from "../ui/define-messages.ts";

/** The states of a ticket for its customer. */
export const ticketMessages = defineMessages({
  nl: {
    stepsLabel: "Voortgang",
    news: {
      cameIn: "Er kwam een bericht bij terwijl je schrijft. Wat je schreef blijft staan.",
      show: "Toon het bericht",
    },
    waitsForYou: "Wacht op jou",
    microsoftCase: (number: string) => `zaak ${number}`,
    notPickedUp: "Nog niet opgepakt",
    inHand: "In behandeling",
  },
  en: {
    stepsLabel: "Progress",
    news: { cameIn: "A message came in while you are writing. What you wrote stays.", show: "Show the message" },
    waitsForYou: "Waits for you",
    microsoftCase: (number) => `case ${number}`,
    notPickedUp: "Not picked up yet",
    inHand: "Being worked on",
  },
});
