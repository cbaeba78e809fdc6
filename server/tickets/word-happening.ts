import { isWaiting } from "../../core/tickets/turn.ts";
import { turnWords } from "../../core/tickets/turn-words.ts";
import { outcomeNames, stepNames } from "../../core/tickets/ticket-words.ts";
import type { Happened } from "../events/list-events.ts";
import type { Language } from "../ui/language.ts";
import { happeningMessages } from "./happenings.messages.ts";

/** What happened as a sentence, for both faces; null where there is nothing to read. */
export function wordHappening({ kind, personName, payload }: Happened, language: Language): string | null {
  const words = happeningMessages(language);
  const who = personName ?? words.somebody;
  switch (kind) {
    case "ticket-created":
      return words.created(who);
    case "ticket-picked-up":
      return words.pickedUp(who);
    case "ticket-step-moved":
      return words.stepMoved(lookUp(stepNames[language], payload["after"]));
    case "ticket-replied":
      return words.replied(who);
    case "ticket-outside-hours-agreed":
      return words.outsideHours(who);
    case "ticket-resolved":
      return words.resolved(who, lookUp(outcomeNames[language], payload["outcome"]));
    case "ticket-withdrawn":
      return words.withdrawn(who);
    case "ticket-waiting-set":
      return wordWaiting(payload, language);
    case "ticket-reopened":
      return words.reopened(who);
    case "ticket-merged":
      return words.merged(who, textOf(payload["into"]));
    case "ticket-ended-with-contract":
      return words.endedWithContract;
    case "authorisation-requested":
      return textOf(payload["fixedPriceCents"]) === "" ? words.requested(who) : words.requestedOnePrice(who);
    case "authorisation-approved":
      return words.approved(who);
    case "authorisation-declined":
      return words.declined(who);
    case "authorisation-withdrawn":
      return words.requestWithdrawn(who);
    case "authorisation-delivered":
      return words.delivered(who);
    case "price-corrected":
      return words.priceCorrected(who);
    case "correction-withdrawn":
      return words.correctionWithdrawn(who);
    case "start-fee-waived":
      return words.startFeeWaived(who);
    case "invoice-issued":
      return words.invoice(textOf(payload["number"]));
    case "invoice-credited":
      return words.credited(textOf(payload["credits"]), textOf(payload["number"]));
    default:
      return null;
  }
}

function wordWaiting({ waitsFor, caseNumber: written }: Happened["payload"], language: Language): string {
  const words = happeningMessages(language);
  const waiting = isWaiting(waitsFor) ? turnWords[language].states[waitsFor].is : "";
  const caseNumber = textOf(written);
  return caseNumber === "" ? words.waitingSet(waiting) : words.waitingSet(`${waiting} (${caseNumber})`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function lookUp(words: Readonly<Record<string, string>>, key: unknown): string {
  return (typeof key === "string" && Object.hasOwn(words, key) ? words[key] : undefined) ?? "";
}
