import { formatDuration, formatMoney } from "../../core/values/format.ts";
import type { TicketEvent } from "../events/catalogue/visible.ts";
import { priceNoticeMessages } from "./price-notices.messages.ts";
import type { Paragraph } from "../mail/outgoing-mail.ts";
import { quoted } from "./quoted.ts";
import type { Telling } from "./word-for-contact.ts";

/** A customer's action that the ticket's consultant waits for; null for an action without a mail. */
export function wordForStaff(
  happening: TicketEvent,
  { words, by, language }: Telling,
  organisation: string,
): readonly Paragraph[] | null {
  const prices = priceNoticeMessages(language);
  switch (happening.kind) {
    case "ticket-replied":
      return [words.staffReplied(by, organisation), ...quoted(happening.payload.body, words.restInTicket)];
    case "authorisation-approved":
      return [
        happening.payload.fixedPriceCents === null
          ? words.staffApproved(by, organisation, formatDuration(happening.payload.minutes, language))
          : prices.staffApproved(by, organisation, formatMoney(happening.payload.fixedPriceCents, language)),
      ];
    case "authorisation-declined":
      return [
        happening.payload.fixedPriceCents === null
          ? words.staffDeclined(by, organisation, formatDuration(happening.payload.minutes, language))
          : prices.staffDeclined(by, organisation, formatMoney(happening.payload.fixedPriceCents, language)),
        ...(happening.payload.reason === null ? [] : [words.declinedReason(happening.payload.reason)]),
      ];
    case "ticket-withdrawn":
      return [words.staffWithdrawn(by, organisation)];
    case "ticket-reopened":
      return [words.staffReopened(by, organisation)];
    case "ticket-outside-hours-agreed":
      return [words.staffAgreed(by, organisation)];
    default:
      return null;
  }
}
