import type { Language } from "../../core/values/language.ts";
import { authorisationKindNames } from "../../core/authorisations/authorisation-words.ts";
import { outcomeNames, stepNames } from "../../core/tickets/ticket-words.ts";
import type { WaitsFor } from "../../core/tickets/progress.ts";
import { wordPickupAim } from "../../core/contracts/pickup-aim-words.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { formatDate } from "../../core/calendar/format-time.ts";
import { type noticeMessages } from "./notices.messages.ts";
import { priceNoticeMessages } from "./price-notices.messages.ts";
import type { Paragraph } from "../mail/outgoing-mail.ts";
import { quoted } from "./quoted.ts";
import { wordHappening } from "../events/word-happening.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import type { TicketEvent } from "../events/catalogue/visible.ts";
import { wordPrice } from "./word-price.ts";

type Words = ReturnType<typeof noticeMessages>;

export interface Telling {
  readonly words: Words;
  readonly language: Language;
  /** The actor's name for the reader. */
  readonly by: string;
  /** The reader acted. */
  readonly isOwn: boolean;
  readonly reference: string;
  /** The agreeing contact, if somebody else recorded the agreement. */
  readonly agreedBy: string | null;
}

/**
 * The event and the next step for a contact, one paragraph each. An event without words of its own is told as its pages
 * tell it.
 */
export function wordForContact(happening: TicketEvent, telling: Telling): readonly Paragraph[] {
  const { words, by, isOwn, language } = telling;
  const prices = priceNoticeMessages(language);
  const sentence = () => wordHappening({ ...happening, personName: by }, language);
  const duration = (minutes: number) => formatDuration(minutes, language);
  switch (happening.kind) {
    case "ticket-created":
      return [
        isOwn ? words.createdByYou(telling.reference) : words.created(by, telling.reference),
        wordAim(happening, telling),
      ];
    case "ticket-picked-up":
      return [words.pickedUp(by), words.pickedUpNext];
    case "ticket-step-moved":
      return [words.stepMoved(stepNames[language][happening.payload.after]), words.stepNext[happening.payload.after]];
    case "ticket-replied":
      return [
        isOwn ? words.youWrote : words.wrote(by),
        ...quoted(happening.payload.body, words.restInTicket),
        next(happening.payload.waitsFor, words),
      ];
    case "ticket-outside-hours-agreed":
      return [
        telling.agreedBy === null ? words.outsideAgreed(by) : words.outsideNoted(telling.agreedBy, by),
        words.outsideNext,
      ];
    case "ticket-resolved":
      return [
        words.resolved(by),
        ...quoted(happening.payload.message, words.restInTicket),
        words.outcome(outcomeNames[language][happening.payload.outcome]),
        words.resolvedNext,
      ];
    case "ticket-withdrawn":
      return [happening.payload.isStartFeeWaived ? prices.ticketWithdrawn(by) : words.withdrawn(by)];
    case "ticket-waiting-set":
      return [
        next(happening.payload.waitsFor, words),
        ...(happening.payload.caseNumber === null ? [] : [words.microsoftCase(happening.payload.caseNumber)]),
      ];
    case "ticket-reopened":
      return [words.reopened(by), words.nextIsUs];
    case "ticket-merged":
      return [words.merged(by, happening.payload.into), words.mergedNext];
    case "ticket-ended-with-contract":
      return [words.endedWithContract(formatDate(Temporal.PlainDate.from(happening.payload.endsOn), language))];
    case "authorisation-requested":
      return wordRequest(happening, telling);
    case "authorisation-approved":
      return [
        happening.payload.fixedPriceCents === null
          ? words.approved(by, duration(happening.payload.minutes))
          : prices.approved(by, formatMoney(happening.payload.fixedPriceCents, language)),
      ];
    case "authorisation-declined":
      return [
        happening.payload.fixedPriceCents === null
          ? words.declined(by, duration(happening.payload.minutes))
          : prices.declined(by, formatMoney(happening.payload.fixedPriceCents, language)),
        ...(happening.payload.reason === null ? [] : [words.declinedReason(happening.payload.reason)]),
        words.declinedNext,
      ];
    case "authorisation-withdrawn":
      return [happening.payload.wasApproved ? prices.withdrawnAfterApproval : words.askWithdrawn];
    case "authorisation-delivered":
    case "price-corrected":
    case "correction-withdrawn":
    case "start-fee-waived":
      return wordPrice(happening, telling);
    default:
      return [sentence()];
  }
}

/** The aim in the ticket's terms, and the next step: no promise (B1, B3). */
function wordAim({ payload: { pickupAim } }: EventOf<"ticket-created">, { words, language }: Telling): string {
  if (pickupAim === undefined) return words.createdNext;
  return `${words.createdAim(wordPickupAim(pickupAim)[language])} ${words.createdNext}`;
}

/** Minutes and money, and the note that no mail can decide (T3). */
function wordRequest(
  { payload: asked }: EventOf<"authorisation-requested">,
  { words, language }: Telling,
): readonly Paragraph[] {
  const amount = formatMoney(asked.estimateCents, language);
  const validity =
    asked.validUntil === null
      ? []
      : [words.validUntil(formatDate(Temporal.PlainDate.from(asked.validUntil), language))];
  return [
    asked.fixedPriceCents === null
      ? words.asked(
          authorisationKindNames[language][asked.authorisationKind],
          formatDuration(asked.minutes, language),
          amount,
        )
      : priceNoticeMessages(language).asked(amount),
    ...quoted(asked.explanation, words.restInTicket),
    ...validity,
    words.askedNext,
  ];
}

function next(waitsFor: WaitsFor, words: Words): string {
  return {
    customer: words.nextIsYou,
    provider: words.nextIsUs,
    microsoft: words.nextIsMicrosoft,
    planning: words.nextIsPlanned,
  }[waitsFor];
}
