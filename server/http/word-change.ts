import type { Change } from "../../core/values/change.ts";
import { formatDateTime } from "../ui/format-time.ts";
import type { Language } from "../ui/language.ts";
import { changeMessages } from "./change.messages.ts";
import { lifecycleMessages } from "./lifecycle.messages.ts";

/** What somebody else did, in a sentence: who, what, from which to which value, and when. */
export function wordChange({ kind, by, at, from, to }: Change, language: Language): string {
  const words = changeMessages(language);
  return words.sentences[kind]({
    by: by ?? words.somebody,
    at: formatDateTime(Temporal.Instant.from(at), language),
    from: wordValue(kind, from, language),
    to: wordValue(kind, to, language),
  });
}

function wordValue(kind: Change["kind"], value: string | null, language: Language): string {
  const words = changeMessages(language);
  if (value === null) return kind === "ticket-urgency-set" ? words.notAssessed : "";
  const known = tableOf(kind, language);
  return known !== null && Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

/** The words for the values of one kind of change. */
function tableOf(kind: Change["kind"], language: Language): Readonly<Record<string, string>> | null {
  const words = changeMessages(language);
  const lives = lifecycleMessages(language);
  if (kind === "ticket-urgency-set") return words.urgencies;
  if (kind === "ticket-step-moved") return lives["ticket-step"].actions;
  if (kind === "ticket-waiting-set") return lives["ticket-turn"].states;
  return kind === "vat-position-set" ? words.positions : null;
}
