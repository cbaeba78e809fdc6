import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { ContractAction, ContractState } from "./contract-lifecycle.ts";

/** The states of a contract, and its actions. */
export const contractWords: LifecycleWords<ContractState, ContractAction> = {
  nl: {
    thing: "Dit contract",
    states: {
      draft: { name: "concept", is: "is nog een concept" },
      offered: { name: "aangeboden", is: "is aangeboden en nog niet getekend" },
      signed: { name: "getekend, gaat nog in", is: "is getekend en gaat nog in" },
      active: { name: "loopt", is: "loopt" },
      terminated: { name: "opgezegd", is: "is opgezegd" },
      expired: { name: "verlopen", is: "is verlopen" },
      withdrawn: { name: "ingetrokken", is: "is ingetrokken" },
    },
    actions: {
      revise: "wijzigen",
      offer: "aanbieden",
      sign: "tekenen",
      begin: "ingaan",
      renew: "verlengen",
      terminate: "opzeggen",
      withdraw: "intrekken",
      expire: "verlopen",
    },
  },
  en: {
    thing: "This contract",
    states: {
      draft: { name: "draft", is: "is still a draft" },
      offered: { name: "offered", is: "has been offered and is not signed yet" },
      signed: { name: "signed, yet to start", is: "is signed and has yet to start" },
      active: { name: "in force", is: "is in force" },
      terminated: { name: "terminated", is: "has been terminated" },
      expired: { name: "expired", is: "has expired" },
      withdrawn: { name: "withdrawn", is: "has been withdrawn" },
    },
    actions: {
      revise: "changing it",
      offer: "offering it",
      sign: "signing it",
      begin: "starting",
      renew: "renewing it",
      terminate: "terminating it",
      withdraw: "withdrawing it",
      expire: "expiring",
    },
  },
};
