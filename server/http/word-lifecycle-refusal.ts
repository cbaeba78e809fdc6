import type { Refusal } from "../../core/values/refusal.ts";
import { formatMoney } from "../ui/format.ts";
import { formatDate } from "../ui/format-time.ts";
import type { Language } from "../ui/language.ts";
import { lifecycleMessages } from "./lifecycle.messages.ts";
import { refusalMessages } from "./refusal.messages.ts";

export type LifecycleRefusal = Extract<
  Refusal,
  {
    code:
      | "transition-refused"
      | "terms-not-published"
      | "renewal-too-early"
      | "not-reopenable"
      | "merge-target-closed"
      | "case-number-needed"
      | "final-invoice-issued"
      | "beyond-invoice";
  }
>;

/**
 * What a lifecycle refuses, in words: how the thing stands, what cannot be done with it then, and what can be instead.
 */
export function wordLifecycleRefusal(refusal: LifecycleRefusal, language: Language): string {
  const words = refusalMessages(language);
  switch (refusal.code) {
    case "transition-refused":
      return wordTransition(refusal, language);
    case "terms-not-published":
      return words.termsNotPublished(refusal.year);
    case "renewal-too-early":
      return words.renewalTooEarly(formatDate(Temporal.PlainDate.from(refusal.from), language));
    case "not-reopenable":
      return words.notReopenable[refusal.outcome];
    case "merge-target-closed":
      return words.mergeTargetClosed(refusal.reference);
    case "case-number-needed":
      return words.caseNumberNeeded;
    case "final-invoice-issued":
      return words.finalInvoiceIssued;
    case "beyond-invoice":
      return words.beyondInvoice(formatMoney(refusal.leftCents, language), formatMoney(refusal.askedCents, language));
  }
}

type TransitionRefusal = Extract<Refusal, { code: "transition-refused" }>;

function wordTransition({ thing, from, action, possible }: TransitionRefusal, language: Language): string {
  const words = refusalMessages(language);
  const { name, states, actions } = lifecycleMessages(language)[thing];
  const sentence = words.transitionRefused(name, wordOf(states, from), wordOf(actions, action));
  const others = possible.map((other) => wordOf(actions, other));
  return `${sentence} ${others.length === 0 ? words.nothingPossible : words.possible(orList[language].format(others))}`;
}

const orList = {
  nl: new Intl.ListFormat("nl", { type: "disjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** The tables are complete by their types; a name that is not in one was never a state or an action. */
function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  const word = words[name];
  if (word === undefined) throw new Error(`no word for ${name}`);
  return word;
}
