import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { TurnAction, Waiting } from "./turn.ts";

/** The turns of a ticket, and the actions that give them. */
export const turnWords: LifecycleWords<Waiting, TurnAction> = {
  nl: {
    thing: "Dit ticket",
    states: {
      provider: { name: "bij ons", is: "wacht op ons" },
      customer: { name: "wacht op de klant", is: "wacht op de klant" },
      authorisation: { name: "wacht op akkoord", is: "wacht op akkoord" },
      microsoft: { name: "wacht op Microsoft", is: "wacht op Microsoft" },
      planning: { name: "ingepland", is: "is ingepland" },
    },
    actions: {
      answer: "antwoorden",
      "go-on": "ermee verdergaan",
      "ask-customer": "de klant iets vragen",
      "request-authorisation": "akkoord vragen",
      "await-microsoft": "op Microsoft wachten",
      plan: "inplannen",
    },
  },
  en: {
    thing: "This ticket",
    states: {
      provider: { name: "with us", is: "waits for us" },
      customer: { name: "waits for the customer", is: "waits for the customer" },
      authorisation: { name: "waits for an authorisation", is: "waits for an authorisation" },
      microsoft: { name: "waits for Microsoft", is: "waits for Microsoft" },
      planning: { name: "planned", is: "is planned" },
    },
    actions: {
      answer: "answering",
      "go-on": "going on with it",
      "ask-customer": "asking the customer something",
      "request-authorisation": "asking for an authorisation",
      "await-microsoft": "waiting for Microsoft",
      plan: "planning it",
    },
  },
};
