import { capitalised } from "../values/format.ts";
import type { Language } from "../values/language.ts";
import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { Outcome } from "./outcome.ts";
import type { Urgency } from "./progress.ts";
import type { Step } from "./step.ts";
import type { TicketAction, TicketStage } from "./ticket-lifecycle.ts";

/** The names of a ticket's steps (D1-D3). */
export const stepNames: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  nl: { administration: "administratie", research: "onderzoek", resolution: "oplossing" },
  en: { administration: "administration", research: "research", resolution: "resolution" },
};

/** The names of the urgencies (B4). */
export const urgencyNames: Readonly<Record<Language, Readonly<Record<Urgency, string>>>> = {
  nl: { low: "laag", normal: "gewoon", high: "hoog", critical: "kritiek" },
  en: { low: "low", normal: "normal", high: "high", critical: "critical" },
};

/** The name of an urgency that nobody set yet. */
export const notAssessed: Readonly<Record<Language, string>> = { nl: "nog niet beoordeeld", en: "not assessed yet" };

/** The names of the outcomes (S1). */
export const outcomeNames: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  nl: {
    solved: "opgelost",
    workaround: "werkt met een omweg",
    redesign: "anders ingericht",
    escalated: "voorgelegd aan Microsoft",
    "not-solved": "niet opgelost",
    withdrawn: "ingetrokken",
    duplicate: "samengevoegd met een ander ticket",
    "ended-with-contract": "gestopt met het contract",
  },
  en: {
    solved: "solved",
    workaround: "works with a workaround",
    redesign: "set up differently",
    escalated: "escalated to Microsoft",
    "not-solved": "not solved",
    withdrawn: "withdrawn",
    duplicate: "merged into another ticket",
    "ended-with-contract": "ended with the contract",
  },
};

/** The stages of a ticket, and its actions. */
export const ticketWords: LifecycleWords<TicketStage, TicketAction> = {
  nl: {
    thing: "Dit ticket",
    states: {
      open: { name: "open", is: "is open" },
      resolved: { name: "afgerond", is: "is afgerond" },
      withdrawn: { name: outcomeNames.nl.withdrawn, is: `is ${outcomeNames.nl.withdrawn}` },
      duplicate: { name: outcomeNames.nl.duplicate, is: `is ${outcomeNames.nl.duplicate}` },
      "ended-with-contract": {
        name: outcomeNames.nl["ended-with-contract"],
        is: `is ${outcomeNames.nl["ended-with-contract"]}`,
      },
    },
    actions: {
      "work-on": "eraan werken",
      resolve: "afronden",
      withdraw: "intrekken",
      merge: "samenvoegen met een ander ticket",
      reopen: "heropenen",
      "end-with-contract": "stoppen met het contract",
    },
  },
  en: {
    thing: "This ticket",
    states: {
      open: { name: "open", is: "is open" },
      resolved: { name: "completed", is: "is completed" },
      withdrawn: { name: outcomeNames.en.withdrawn, is: `has been ${outcomeNames.en.withdrawn}` },
      duplicate: { name: outcomeNames.en.duplicate, is: `has been ${outcomeNames.en.duplicate}` },
      "ended-with-contract": {
        name: outcomeNames.en["ended-with-contract"],
        is: outcomeNames.en["ended-with-contract"],
      },
    },
    actions: {
      "work-on": "working on it",
      resolve: "completing it",
      withdraw: "withdrawing it",
      merge: "merging it into another ticket",
      reopen: "reopening it",
      "end-with-contract": "ending it with the contract",
    },
  },
};

/** The steps of a ticket. An action is named after its step. */
export const stepWords: LifecycleWords<Step, Step> = {
  nl: {
    thing: ticketWords.nl.thing,
    states: ofEachStep((step) => ({
      name: stepNames.nl[step],
      is: `is in de stap ${capitalised(stepNames.nl[step])}`,
    })),
    actions: ofEachStep((step) => capitalised(stepNames.nl[step])),
  },
  en: {
    thing: ticketWords.en.thing,
    states: ofEachStep((step) => ({
      name: stepNames.en[step],
      is: `is in the step ${capitalised(stepNames.en[step])}`,
    })),
    actions: ofEachStep((step) => capitalised(stepNames.en[step])),
  },
};

function ofEachStep<Words>(words: (step: Step) => Words): Readonly<Record<Step, Words>> {
  return {
    administration: words("administration"),
    research: words("research"),
    resolution: words("resolution"),
  };
}
