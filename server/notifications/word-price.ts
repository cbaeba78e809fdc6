import { formatMoney } from "../../core/values/format.ts";
import { formatDate, formatMonth } from "../../core/calendar/format-time.ts";
import { priceNoticeMessages } from "./price-notices.messages.ts";
import type { Paragraph } from "../mail/outgoing-mail.ts";
import { quoted } from "./quoted.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import type { Telling } from "./word-for-contact.ts";

export type PriceHappening = EventOf<
  "authorisation-delivered" | "price-corrected" | "correction-withdrawn" | "start-fee-waived"
>;

/** A change of a ticket's price and its effect, for a contact (T1, T3, CE7). */
export function wordPrice(
  happening: PriceHappening,
  { by, language, words: { restInTicket } }: Telling,
): readonly Paragraph[] {
  const words = priceNoticeMessages(language);
  const money = (cents: bigint) => formatMoney(cents, language);
  switch (happening.kind) {
    case "authorisation-delivered": {
      const on = formatDate(Temporal.PlainDate.from(happening.payload.deliveredOn), language);
      return [words.delivered(by, money(happening.payload.fixedPriceCents), on), words.deliveredNext];
    }
    case "price-corrected": {
      const { amountCents, month, reason } = happening.payload;
      return [
        words.corrected(by, money(amountCents), formatMonth(month, language)),
        ...quoted(reason, restInTicket),
        words.settled,
      ];
    }
    case "correction-withdrawn": {
      const { amountCents, month } = happening.payload;
      return [words.correctionWithdrawn(by, money(amountCents), formatMonth(month, language)), words.settled];
    }
    case "start-fee-waived":
      return [words.waived(by), ...quoted(happening.payload.reason, restInTicket), words.settled];
  }
}
