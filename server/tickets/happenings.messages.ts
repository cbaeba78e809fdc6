import { defineMessages } from "../ui/language.ts";

/** What happened, in a sentence. */
export const happeningMessages = defineMessages({
  nl: {
    somebody: "Iemand",
    created: (who: string) => `${who} maakte het ticket aan.`,
    pickedUp: (who: string) => `${who} pakte het ticket op.`,
    stepMoved: (step: string) => `Het ticket ging naar de stap ${step}.`,
    replied: (who: string) => `${who} schreef een bericht.`,
    outsideHours: (who: string) => `${who} legde het akkoord op werk buiten kantooruren vast.`,
    resolved: (who: string, outcome: string) => `${who} sloot het ticket: ${outcome}.`,
    withdrawn: (who: string) => `${who} trok het ticket in.`,
    requested: (who: string) => `${who} vroeg akkoord voor meer tijd.`,
    approved: (who: string) => `${who} ging akkoord.`,
    declined: (who: string) => `${who} wees het verzoek om akkoord af.`,
    requestWithdrawn: (who: string) => `${who} trok het verzoek om akkoord in.`,
    invoice: (number: string) => `Factuur ${number} staat klaar.`,
  },
  en: {
    somebody: "Somebody",
    created: (who) => `${who} created the ticket.`,
    pickedUp: (who) => `${who} picked the ticket up.`,
    stepMoved: (step) => `The ticket moved to the step ${step}.`,
    replied: (who) => `${who} wrote a message.`,
    outsideHours: (who) => `${who} recorded the agreement to work outside office hours.`,
    resolved: (who, outcome) => `${who} closed the ticket: ${outcome}.`,
    withdrawn: (who) => `${who} withdrew the ticket.`,
    requested: (who) => `${who} asked for an authorisation of more time.`,
    approved: (who) => `${who} approved it.`,
    declined: (who) => `${who} declined the authorisation.`,
    requestWithdrawn: (who) => `${who} withdrew the request for authorisation.`,
    invoice: (number) => `Invoice ${number} is ready.`,
  },
});
