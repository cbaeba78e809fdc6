import { defineMessages } from "../../ui/define-messages.ts";

/** The words about giving the turn, merging and reopening on the desk. */
export const turnMessages = defineMessages({
  nl: {
    caseNumber: "Zaaknummer bij Microsoft",
    caseOf: (number: string) => `zaak ${number}`,
    wait: "Op wacht zetten zonder bericht",
    waitFor: "Het ticket",
    waitHint: "Beide contactpersonen horen het.",
    setWaiting: "Zet",
    waitingSet: "De stand is bijgewerkt.",
    merge: "Samenvoegen met een ander ticket",
    mergeIntro:
      "Dit ticket sluit als dubbel en het andere gaat verder. Uren, starttarief, nummer en urenplafond van beide blijven zoals ze zijn. Beide contactpersonen krijgen bericht.",
    mergeInto: "Nummer van het ticket dat verdergaat",
    mergeNow: "Voeg samen",
    merged: (into: string) => `Samengevoegd met ${into}; de klant krijgt bericht.`,
    reopen: "Heropen",
    reopened: "Het ticket is weer open.",
  },
  en: {
    caseNumber: "Microsoft's case number",
    caseOf: (number) => `case ${number}`,
    wait: "Let it wait without a message",
    waitFor: "The ticket",
    waitHint: "Both contacts are told.",
    setWaiting: "Set",
    waitingSet: "The standing was changed.",
    merge: "Merge into another ticket",
    mergeIntro:
      "This ticket closes as a duplicate and the other one goes on. Time, start fee, number and ceiling of both stay as they are. Both contacts are told.",
    mergeInto: "Number of the ticket that goes on",
    mergeNow: "Merge",
    merged: (into) => `Merged into ${into}; the customer is told.`,
    reopen: "Reopen",
    reopened: "The ticket is open again.",
  },
});
