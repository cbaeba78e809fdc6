import type { Language } from "../values/language.ts";
import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { AuthorisationKind } from "./authorisation.ts";
import type { AuthorisationAction, AuthorisationStage } from "./authorisation-lifecycle.ts";

/** The two kinds of request (T3). */
export const authorisationKindNames: Readonly<Record<Language, Readonly<Record<AuthorisationKind, string>>>> = {
  nl: { "work-order": "werkopdracht", quote: "offerte" },
  en: { "work-order": "work order", quote: "quote" },
};

/** The states of a request for authorisation, and its actions. */
export const authorisationWords: LifecycleWords<AuthorisationStage, AuthorisationAction> = {
  nl: {
    thing: "Dit verzoek om akkoord",
    states: {
      draft: { name: "concept", is: "is nog een concept" },
      sent: { name: "gevraagd", is: "ligt bij de klant" },
      approved: { name: "akkoord", is: "is goedgekeurd" },
      declined: { name: "afgewezen", is: "is afgewezen" },
      expired: { name: "verlopen", is: "is verlopen" },
      withdrawn: { name: "ingetrokken", is: "is ingetrokken" },
      delivered: { name: "opgeleverd", is: "is opgeleverd" },
    },
    actions: {
      send: "versturen",
      approve: "goedkeuren",
      decline: "afwijzen",
      withdraw: "intrekken",
      deliver: "de oplevering vastleggen",
      expire: "verlopen",
    },
  },
  en: {
    thing: "This request for authorisation",
    states: {
      draft: { name: "draft", is: "is still a draft" },
      sent: { name: "requested", is: "is with the customer" },
      approved: { name: "approved", is: "has been approved" },
      declined: { name: "declined", is: "has been declined" },
      expired: { name: "expired", is: "has expired" },
      withdrawn: { name: "withdrawn", is: "has been withdrawn" },
      delivered: { name: "delivered", is: "has been delivered" },
    },
    actions: {
      send: "sending it",
      approve: "approving it",
      decline: "declining it",
      withdraw: "withdrawing it",
      deliver: "recording its delivery",
      expire: "expiring",
    },
  },
};
