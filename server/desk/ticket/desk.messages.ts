import { defineMessages } from "../../ui/define-messages.ts";

/** Words that several pages of the desk share. */
export const deskMessages = defineMessages({
  nl: {
    pastAim: "Streefdag voorbij",
    waits: "Wacht",
    since: "Sinds",
    closed: "Gesloten",
    reference: "Nummer",
    organisation: "Organisatie",
    subject: "Onderwerp",
    urgency: "Urgentie",
    step: "Stap",
    turn: "Stand",
    outcome: "Uitkomst",
    assignee: "Consultant",
    left: "Over",
    over: "Op",
    spentOf: (spent: string, ceiling: string) => `${spent} van ${ceiling} besteed`,
  },
  en: {
    pastAim: "Past the aim",
    waits: "Waits",
    since: "Since",
    closed: "Closed",
    reference: "Number",
    organisation: "Organisation",
    subject: "Subject",
    urgency: "Urgency",
    step: "Step",
    turn: "Standing",
    outcome: "Outcome",
    assignee: "Consultant",
    left: "Left",
    over: "None",
    spentOf: (spent, ceiling) => `${spent} of ${ceiling} spent`,
  },
});
