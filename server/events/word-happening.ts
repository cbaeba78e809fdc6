import type { Urgency } from "../../core/tickets/progress.ts";
import { notAssessed, outcomeNames, stepNames, urgencyNames } from "../../core/tickets/ticket-words.ts";
import { turnWords } from "../../core/tickets/turn-words.ts";
import type { Language } from "../../core/values/language.ts";
import type { EventOf } from "./catalogue/all.ts";
import type { VisibleEvent } from "./catalogue/visible.ts";

type Kind = VisibleEvent["kind"];
type Payloads = { readonly [One in Kind]: EventOf<One>["payload"] };
type Sentence<One extends Kind> = (who: string, payload: Payloads[One]) => string;

/**
 * Each kind of event as a sentence, for both faces. A mail uses the sentence too, unless `server/notifications/` has
 * words of its own for the kind.
 */
const sentences: { readonly [One in Kind]: { readonly [In in Language]: Sentence<One> } } = {
  "ticket-created": {
    nl: (who) => `${who} maakte het ticket aan.`,
    en: (who) => `${who} created the ticket.`,
  },
  "ticket-picked-up": {
    nl: (who) => `${who} pakte het ticket op.`,
    en: (who) => `${who} picked the ticket up.`,
  },
  "ticket-urgency-explained": {
    nl: (who, { urgency, reason }) => `${who} beoordeelde de urgentie: ${named(urgency, "nl")}${because(reason)}`,
    en: (who, { urgency, reason }) => `${who} assessed the urgency: ${named(urgency, "en")}${because(reason)}`,
  },
  "ticket-step-moved": {
    nl: (_, { after }) => `Het ticket ging naar de stap ${stepNames.nl[after]}.`,
    en: (_, { after }) => `The ticket moved to the step ${stepNames.en[after]}.`,
  },
  "ticket-replied": {
    nl: (who) => `${who} schreef een bericht.`,
    en: (who) => `${who} wrote a message.`,
  },
  "ticket-outside-hours-agreed": {
    nl: (who) => `${who} legde het akkoord op werk buiten kantooruren vast.`,
    en: (who) => `${who} recorded the agreement to work outside office hours.`,
  },
  "ticket-resolved": {
    nl: (who, { outcome }) => `${who} sloot het ticket: ${outcomeNames.nl[outcome]}.`,
    en: (who, { outcome }) => `${who} closed the ticket: ${outcomeNames.en[outcome]}.`,
  },
  "ticket-withdrawn": {
    nl: (who) => `${who} trok het ticket in.`,
    en: (who) => `${who} withdrew the ticket.`,
  },
  "ticket-waiting-set": {
    nl: (_, payload) => `Het ticket ${waiting(payload, "nl")}.`,
    en: (_, payload) => `The ticket ${waiting(payload, "en")}.`,
  },
  "ticket-reopened": {
    nl: (who) => `${who} heropende het ticket.`,
    en: (who) => `${who} reopened the ticket.`,
  },
  "ticket-merged": {
    nl: (who, { into }) => `${who} voegde het ticket samen met ${into}.`,
    en: (who, { into }) => `${who} merged the ticket into ${into}.`,
  },
  "ticket-ended-with-contract": {
    nl: () => "Het ticket is gestopt, omdat het contract eindigde.",
    en: () => "The ticket has ended, because the contract did.",
  },
  "authorisation-requested": {
    nl: (who, { fixedPriceCents }) =>
      `${who} vroeg akkoord voor ${fixedPriceCents === null ? "meer tijd" : "werk voor één prijs"}.`,
    en: (who, { fixedPriceCents }) =>
      `${who} asked for an authorisation of ${fixedPriceCents === null ? "more time" : "work at one price"}.`,
  },
  "authorisation-approved": {
    nl: (who) => `${who} ging akkoord.`,
    en: (who) => `${who} approved it.`,
  },
  "authorisation-declined": {
    nl: (who) => `${who} wees het verzoek om akkoord af.`,
    en: (who) => `${who} declined the authorisation.`,
  },
  "authorisation-withdrawn": {
    nl: (who) => `${who} trok het verzoek om akkoord in.`,
    en: (who) => `${who} withdrew the request for authorisation.`,
  },
  "authorisation-delivered": {
    nl: (who) => `${who} legde vast dat het werk voor één prijs is opgeleverd.`,
    en: (who) => `${who} recorded that the work at one price was delivered.`,
  },
  "price-corrected": {
    nl: (who) => `${who} verlaagde de prijs.`,
    en: (who) => `${who} reduced the price.`,
  },
  "correction-withdrawn": {
    nl: (who) => `${who} trok een verlaging van de prijs in.`,
    en: (who) => `${who} withdrew a reduction of the price.`,
  },
  "start-fee-waived": {
    nl: (who) => `${who} schold het starttarief kwijt.`,
    en: (who) => `${who} waived the start fee.`,
  },
  "invoice-issued": {
    nl: (_, { number }) => `Factuur ${number} staat klaar.`,
    en: (_, { number }) => `Invoice ${number} is ready.`,
  },
  "invoice-credited": {
    nl: (_, { credits, number }) => `Van factuur ${credits} is iets gecrediteerd met ${number}.`,
    en: (_, { credits, number }) => `Something of invoice ${credits} was credited by ${number}.`,
  },
};

const somebody = { nl: "Iemand", en: "Somebody" } as const;

/** An event as a sentence. `personName` is null when the person has no known name. */
export function wordHappening<One extends Kind>(
  { kind, payload, personName }: { kind: One; payload: Payloads[One]; personName: string | null },
  language: Language,
): string {
  return sentences[kind][language](personName ?? somebody[language], payload);
}

function named(urgency: Urgency | null, language: Language): string {
  return urgency === null ? notAssessed[language] : urgencyNames[language][urgency];
}

/** The end of the sentence, with the reason where there is one. */
function because(reason: string | null): string {
  return reason === null ? "." : `. ${reason}`;
}

function waiting({ waitsFor, caseNumber }: EventOf<"ticket-waiting-set">["payload"], language: Language): string {
  const state = turnWords[language].states[waitsFor].is;
  return caseNumber === null ? state : `${state} (${caseNumber})`;
}
