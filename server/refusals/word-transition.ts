import type { Language } from "../../core/values/language.ts";
import type { RefusalOf } from "../../core/values/refusal.ts";
import { lifecycleMessages } from "./lifecycle.messages.ts";

/** What a lifecycle refuses: how the thing stands, what cannot be done with it then, and what can be instead. */
export function wordTransition(
  { thing, from, action, possible }: RefusalOf<"transition-refused">,
  language: Language,
): string {
  const { name, states, actions } = lifecycleMessages(language)[thing];
  const { refused, instead, nothing } = words[language];
  const others = possible.map((other) => wordOf(actions, other));
  const sentence = refused(`${name} ${wordOf(states, from)}`, wordOf(actions, action));
  return `${sentence} ${others.length === 0 ? nothing : instead(orList[language].format(others))}`;
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

const orList = {
  nl: new Intl.ListFormat("nl", { type: "disjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** The tables are complete by their types; a name that is not in one was never a state or an action. */
function wordOf(names: Readonly<Record<string, string>>, name: string): string {
  const word = names[name];
  if (word === undefined) throw new Error(`no word for ${name}`);
  return word;
}
