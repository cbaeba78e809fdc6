import type { Language } from "../../core/values/language.ts";
import { timerMessages } from "./timer.messages.ts";

/** The stored reason of minutes beyond the ceiling (T2). Every reader sees it in their own language. */
export const beyondCeilingReason = "beyond-ceiling";

/** The reason for not charging an entry: the consultant's words, or the product's own in the reader's language. */
export function wordNotChargedReason(reason: string, language: Language): string {
  return reason === beyondCeilingReason ? timerMessages(language).beyondCeiling : reason;
}
