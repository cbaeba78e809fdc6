import type { Language } from "../ui/language.ts";
import { timerMessages } from "./timer.messages.ts";

/**
 * Stored as the reason of minutes that did not fit under the ceiling (T2); every reader sees it in their own language.
 */
export const beyondCeilingReason = "beyond-ceiling";

/** Why an entry is not charged: what the consultant typed, or the product's own reason in the reader's language. */
export function wordNotChargedReason(reason: string, language: Language): string {
  return reason === beyondCeilingReason ? timerMessages(language).beyondCeiling : reason;
}
