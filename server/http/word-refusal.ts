import type { Refusal } from "../../core/values/refusal.ts";
import { formatDuration, formatMoney } from "../ui/format.ts";
import { formatClockChange, formatClockNote, formatDate, formatDateTime, formatMonth } from "../ui/format-time.ts";
import type { Language } from "../ui/language.ts";
import { changeMessages } from "./change.messages.ts";
import { fieldMessages } from "./field.messages.ts";
import { limitMessages } from "./limit.messages.ts";
import { refusalMessages } from "./refusal.messages.ts";
import { wordChange } from "./word-change.ts";
import { wordLifecycleRefusal } from "./word-lifecycle-refusal.ts";

/** A refusal in the reader's language, with what others did where that is why. */
export function wordRefusal(refusal: Refusal, language: Language): string {
  const changes = "changes" in refusal ? (refusal.changes ?? []) : [];
  const told = changes.map((change) => wordChange(change, language)).join(" ");
  if (told === "") return wordReason(refusal, language);
  return refusal.code === "changed-meanwhile"
    ? `${told} ${changeMessages(language).notDone}`
    : `${wordReason(refusal, language)} ${told}`;
}

/** Why, in a sentence. Exhaustive: a new code does not compile without words. */
function wordReason(refusal: Refusal, language: Language): string {
  const words = refusalMessages(language);
  switch (refusal.code) {
    case "not-found":
      return words.notFound;
    case "not-allowed":
      return words.notAllowed;
    case "changed-meanwhile":
      return changeMessages(language).changedMeanwhile;
    case "busy":
      return limitMessages(language).busy;
    case "too-many-mails":
      return limitMessages(language).tooManyMails(refusal.minutes);
    case "invalid-input":
      return words.invalidInput;
    case "not-sent":
      return words.notSent;
    case "sent-before":
      return words.sentBefore;
    case "choose-again":
      return words.chooseAgain(refusal.name);
    case "no-seat":
      return words.noSeat;
    case "no-contract":
      return words.noContract(formatDate(Temporal.PlainDate.from(refusal.on), language));
    case "urgency-is-ours":
      return words.urgencyIsOurs;
    case "additional-ticket-unconfirmed":
      return words.additionalUnconfirmed(refusal.number, refusal.ticketsPerMonth);
    case "ticket-closed":
      return words.ticketClosed;
    case "answered-meanwhile":
      return words.answeredMeanwhile;
    case "message-needed":
      return words.messageNeeded;
    case "article-needed":
      return words.articleNeeded;
    case "step-backwards":
      return words.stepBackwards;
    case "attachment-empty":
      return words.attachmentEmpty(refusal.name);
    case "attachment-too-large":
      return words.attachmentTooLarge(refusal.name, refusal.limitMegabytes);
    case "attachment-kind":
      return words.attachmentKind[refusal.problem](refusal.name);
    case "too-many-attachments":
      return words.tooManyAttachments(refusal.limit);
    case "uploads-full":
      return words.uploadsFull(refusal.limitMegabytes);
    case "mail-accepted":
      return words.mailAccepted;
    case "mail-is-code":
      return words.mailIsCode;
    case "mail-under-way":
      return words.mailUnderWay(refusal.invoice);
    case "seat-unknown":
      return words.seatUnknown(refusal.seat, refusal.seats);
    case "already-seated":
      return words.alreadySeated(refusal.seat);
    case "seat-vacant":
      return words.seatVacant(refusal.seat);
    case "already-a-holiday":
      return words.alreadyAHoliday(formatDate(Temporal.PlainDate.from(refusal.on), language));
    case "month-invoiced":
      return words.monthInvoiced(formatMonth(refusal.month, language));
    case "vat-month-invoiced":
      return words.vatMonthInvoiced(formatMonth(refusal.month, language));
    case "vat-number-needed":
      return words.vatNumberNeeded;
    case "vat-number-wrong":
      return words.vatNumberWrong;
    case "terms-already-published":
      return words.termsAlreadyPublished(refusal.year);
    case "terms-year-begun":
      return words.termsYearBegun(refusal.year);
    case "terms-other-time-zone":
      return words.termsOtherTimeZone(refusal.year, refusal.timeZone);
    case "code-wrong":
      return words.codeWrong(refusal.attemptsLeft);
    case "code-expired":
      return words.codeExpired;
    case "code-used":
      return words.codeUsed;
    case "too-many-attempts":
      return limitMessages(language).tooManyAttempts(refusal.minutes);
    case "transition-refused":
    case "terms-not-published":
    case "renewal-too-early":
    case "not-reopenable":
    case "merge-target-closed":
    case "case-number-needed":
    case "final-invoice-issued":
    case "beyond-invoice":
      return wordLifecycleRefusal(refusal, language);
    default:
      return wordWorkRefusal(refusal, language);
  }
}

type WorkRefusal = Extract<
  Refusal,
  {
    code:
      | `entry-${string}`
      | `timer-${string}`
      | `authorisation-${string}`
      | "beyond-ceiling"
      | "beyond-cost"
      | "no-addendum"
      | "addendum-open"
      | "start-fee-waived"
      | "no-start-fee"
      | "no-such-local-time"
      | "local-time-twice"
      | "reason-needed"
      | "month-not-over"
      | "nothing-to-invoice"
      | "preview-outdated"
      | "nothing-to-credit"
      | "already-credited"
      | "provider-unknown"
      | "not-in-rate-format"
      | "terms-not-in-rate-format";
  }
>;

function wordWorkRefusal(refusal: WorkRefusal, language: Language): string {
  const words = refusalMessages(language);
  const day = (text: string) => formatDate(Temporal.PlainDate.from(text), language);
  const moment = (text: string) => formatDateTime(Temporal.Instant.from(text), language);
  const wall = (text: string) => `${day(text.slice(0, 10))}, ${text.slice(11)}`;
  const untilOf = ({ start, end }: { readonly start: string; readonly end: string }) => {
    const note = formatClockNote({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) }, language);
    return note === null ? moment(end) : `${moment(end)} (${note})`;
  };
  const clock = (text: string) => formatClockChange(Temporal.PlainDate.from(text.slice(0, 10)));
  switch (refusal.code) {
    case "entry-ends-before-start":
      return words.entryEndsBeforeStart;
    case "entry-too-long":
      return words.entryTooLong(refusal.limitHours);
    case "entry-outside-calendar":
      return words.entryOutsideCalendar;
    case "entry-in-future":
      return words.entryInFuture;
    case "entry-before-ticket":
      return words.entryBeforeTicket;
    case "entry-after-closing":
      return words.entryAfterClosing;
    case "entry-overlaps":
      return words.entryOverlaps(refusal.reference, moment(refusal.start), untilOf(refusal));
    case "entry-without-contract":
      return words.entryWithoutContract(day(refusal.on));
    case "beyond-ceiling":
      return words.beyondCeiling(
        formatDuration(refusal.minutesLeft, language),
        formatDuration(refusal.minutesAsked, language),
      );
    case "no-such-local-time":
      return words.noSuchLocalTime(wall(refusal.local), clock(refusal.local));
    case "local-time-twice":
      return words.localTimeTwice(wall(refusal.local), clock(refusal.local));
    case "reason-needed":
      return words.reasonNeeded;
    case "timer-running":
      return words.timerRunning(refusal.reference);
    case "timer-not-running":
      return words.timerNotRunning;
    case "timer-too-short":
      return words.timerTooShort;
    case "timer-forgotten":
      return words.timerForgotten(formatDuration(refusal.minutes, language), refusal.limitHours);
    case "authorisation-open":
      return words.authorisationOpen;
    case "authorisation-decided":
      return words.authorisationDecided;
    case "authorisation-expired":
      return words.authorisationExpired(day(refusal.on));
    case "no-addendum":
      return words.noAddendum(day(refusal.on));
    case "addendum-open":
      return words.addendumOpen;
    case "authorisation-not-in-force":
      return words.authorisationNotInForce;
    case "beyond-cost":
      return words.beyondCost(formatMoney(refusal.leftCents, language), formatMoney(refusal.askedCents, language));
    case "start-fee-waived":
      return words.startFeeWaived;
    case "no-start-fee":
      return words.noStartFee;
    case "month-not-over":
      return words.monthNotOver(formatMonth(refusal.month, language));
    case "nothing-to-invoice":
      return words.nothingToInvoice(formatMonth(refusal.month, language));
    case "preview-outdated":
      return words.previewOutdated;
    case "nothing-to-credit":
      return words.nothingToCredit(refusal.invoice);
    case "already-credited":
      return words.alreadyCredited(refusal.invoice, refusal.positions.join(", "));
    case "provider-unknown":
      return words.providerUnknown;
    case "not-in-rate-format":
      return words.notInRateFormat(refusal.reference);
    case "terms-not-in-rate-format":
      return words.termsNotInRateFormat(refusal.year);
  }
}

/** The sentence beneath one field of a form, if that field is what was refused. */
export function fieldError(refusal: Refusal | null, name: string, language: Language): string | undefined {
  if (refusal?.code !== "invalid-input") return undefined;
  const problem = refusal.fields[name];
  return problem === undefined ? undefined : fieldMessages(language)[problem];
}
