import { defineMessages } from "../ui/language.ts";

/** How a ticket stands, as its customer reads it. */
export const ticketMessages = defineMessages({
  nl: {
    steps: { administration: "Administratie", research: "Onderzoek", resolution: "Oplossing" },
    stepsLabel: "Voortgang",
    news: {
      cameIn: "Er kwam een bericht bij terwijl je schrijft. Wat je schreef blijft staan.",
      show: "Toon het bericht",
    },
    waitsForYou: "Wacht op jou",
    waitsForMicrosoft: "Wacht op Microsoft",
    microsoftCase: (number: string) => `zaak ${number}`,
    planned: "Ingepland",
    notPickedUp: "Nog niet opgepakt",
    inHand: "In behandeling",
    outcomes: {
      solved: "Opgelost",
      workaround: "Werkt met een omweg",
      redesign: "Anders ingericht",
      escalated: "Voorgelegd aan Microsoft",
      "not-solved": "Niet opgelost",
      withdrawn: "Ingetrokken",
      duplicate: "Samengevoegd met een ander ticket",
      "ended-with-contract": "Gestopt met het contract",
    },
  },
  en: {
    steps: { administration: "Administration", research: "Research", resolution: "Resolution" },
    stepsLabel: "Progress",
    news: { cameIn: "A message came in while you are writing. What you wrote stays.", show: "Show the message" },
    waitsForYou: "Waits for you",
    waitsForMicrosoft: "Waits for Microsoft",
    microsoftCase: (number) => `case ${number}`,
    planned: "Planned",
    notPickedUp: "Not picked up yet",
    inHand: "Being worked on",
    outcomes: {
      solved: "Solved",
      workaround: "Works with a workaround",
      redesign: "Set up differently",
      escalated: "Escalated to Microsoft",
      "not-solved": "Not solved",
      withdrawn: "Withdrawn",
      duplicate: "Merged into another ticket",
      "ended-with-contract": "Ended with the contract",
    },
  },
});
