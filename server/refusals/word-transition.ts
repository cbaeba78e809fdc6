import { authorisationWords } from "../../core/authorisations/authorisation-words.ts";
import { contractWords } from "../../core/contracts/contract-words.ts";
import { invoiceStateWords } from "../../core/invoices/invoice-state-words.ts";
import { articleWords } from "../../core/knowledge/article-words.ts";
import { stepWords, ticketWords } from "../../core/tickets/ticket-words.ts";
import { turnWords } from "../../core/tickets/turn-words.ts";
import { formatList } from "../../core/values/format.ts";
import type { Language } from "../../core/values/language.ts";
import type { LifecycleWords } from "../../core/values/lifecycle-words.ts";
import type { LifecycleThing, RefusalOf } from "../../core/values/refusal.ts";

const lifecycles: Readonly<Record<LifecycleThing, LifecycleWords<string, string>>> = {
  contract: contractWords,
  ticket: ticketWords,
  "ticket-turn": turnWords,
  "ticket-step": stepWords,
  authorisation: authorisationWords,
  invoice: invoiceStateWords,
  article: articleWords,
};

/** A lifecycle's refusal: the state, the impossible action, and the possible ones. */
export function wordTransition(
  { thing, from, action, possible }: RefusalOf<"transition-refused">,
  language: Language,
): string {
  const lifecycle = lifecycles[thing][language];
  const { refused, instead, nothing } = words[language];
  const others = possible.map((other) => known(lifecycle.actions, other));
  const sentence = refused(`${lifecycle.thing} ${known(lifecycle.states, from).is}`, known(lifecycle.actions, action));
  return `${sentence} ${others.length === 0 ? nothing : instead(formatList(others, language, "or"))}`;
}

const words = {
  nl: {
    refused: (standing: string, action: string) => `${standing}; ${action} kan dan niet.`,
    instead: (actions: string) => `Wel mogelijk: ${actions}.`,
    nothing: "Daar verandert niets meer aan.",
  },
  en: {
    refused: (standing: string, action: string) => `${standing}; ${action} is not possible then.`,
    instead: (actions: string) => `What is possible: ${actions}.`,
    nothing: "Nothing about that changes any more.",
  },
};

/** The tables are complete by their types. A name outside them was never a state or an action. */
function known<Words>(all: Readonly<Record<string, Words>>, name: string): Words {
  const words = all[name];
  if (words === undefined) throw new Error(`no words for ${name}`);
  return words;
}
