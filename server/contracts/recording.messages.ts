import { defineMessages } from "../ui/define-messages.ts";

/** The words about contracts that were signed on paper, for both faces. */
export const recordingMessages = defineMessages({
  nl: {
    record: "Getekend contract vastleggen",
    recordHint: "Voor een contract dat op papier is getekend. De tekenbevoegde bevestigt het in het portaal.",
    termsYear: "Onder de voorwaarden van",
    signedOn: "Getekend op",
    signedBy: "Getekend door",
    recordNow: "Leg vast",
    recorded: "Het contract is vastgelegd.",
    toConfirm: (year: number) => `Klopt het contract voor ${year}?`,
    asRecorded: (on: string, by: string) => `We legden vast dat ${by} het op ${on} op papier tekende.`,
    runs: (from: string, until: string) => `Het loopt van ${from} tot en met ${until}.`,
    confirm: "Ja, dat klopt",
    otherwise: "Klopt het niet, laat het ons dan weten.",
    confirmed: "Het contract is bevestigd.",
    onlySignatory: "Een tekenbevoegde van je organisatie bevestigt dit.",
  },
  en: {
    record: "Record a signed contract",
    recordHint: "For a contract that was signed on paper. The signatory confirms it in the portal.",
    termsYear: "Under the terms of",
    signedOn: "Signed on",
    signedBy: "Signed by",
    recordNow: "Record",
    recorded: "The contract is recorded.",
    toConfirm: (year) => `Is the contract for ${year} right?`,
    asRecorded: (on, by) => `We recorded that ${by} signed it on paper on ${on}.`,
    runs: (from, until) => `It runs from ${from} up to and including ${until}.`,
    confirm: "Yes, that is right",
    otherwise: "If it is not right, let us know.",
    confirmed: "The contract is confirmed.",
    onlySignatory: "A signatory of your organisation confirms this.",
  },
});
