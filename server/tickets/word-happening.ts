import { turnWords } from "../../core/tickets/turn-words.ts";
import { outcomeNames, stepNames } from "../../core/tickets/ticket-words.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import type { Happened } from "../events/list-events.ts";
import type { Language } from "../ui/language.ts";
import { happeningMessages } from "./happenings.messages.ts";

/** An event as a sentence, for both faces. */
export function wordHappening({ kind, personName, payload }: Happened, language: Language): string {
  const words = happeningMessages(language);
  const who = personName ?? words.somebody;
  switch (kind) {
    case "ticket-created":
      return words.created(who);
    case "ticket-picked-up":
      return words.pickedUp(who);
    case "ticket-step-moved":
      return words.stepMoved(stepNames[language][payload.after]);
    case "ticket-replied":
      return words.replied(who);
    case "ticket-outside-hours-agreed":
      return words.outsideHours(who);
    case "ticket-resolved":
      return words.resolved(who, outcomeNames[language][payload.outcome]);
    case "ticket-withdrawn":
      return words.withdrawn(who);
    case "ticket-waiting-set":
      return wordWaiting(payload, language);
    case "ticket-reopened":
      return words.reopened(who);
    case "ticket-merged":
      return words.merged(who, payload.into);
    case "ticket-ended-with-contract":
      return words.endedWithContract;
    case "authorisation-requested":
      return payload.fixedPriceCents === null ? words.requested(who) : words.requestedOnePrice(who);
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
      return words.invoice(payload.number);
    case "invoice-credited":
      return words.credited(payload.credits, payload.number);
  }
}

function wordWaiting({ waitsFor, caseNumber }: EventOf<"ticket-waiting-set">["payload"], language: Language): string {
  const words = happeningMessages(language);
  const waiting = turnWords[language].states[waitsFor].is;
  return words.waitingSet(caseNumber === null ? waiting : `${waiting} (${caseNumber})`);
}
