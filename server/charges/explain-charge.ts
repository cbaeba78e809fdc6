import type { Charge, CountedWork, Reason } from "../../core/charges/charge.ts";
import { unreachable } from "../../core/values/result.ts";
import { formatDuration, formatMoney } from "../ui/format.ts";
import { formatDate, formatMonth, formatTime } from "../ui/format-time.ts";
import type { Language } from "../ui/language.ts";
import { explainMessages } from "./explain-charge.messages.ts";

/** What an explanation is made from: a charge, or an invoice's line with the totals of its charge. */
export type Explained = Pick<Charge, "month" | "hourlyRateCents" | "amountCents" | "reasons">;

/** Why an amount is what it is: one sentence for each rule that took part, with the rule's id in brackets. */
export function explainCharge(charge: Explained, language: Language): string[] {
  return charge.reasons.map((reason) => sentence(reason, charge, language));
}

function sentence(reason: Reason, charge: Explained, language: Language): string {
  const words = explainMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const rate = formatMoney(charge.hourlyRateCents, language);
  switch (reason.kind) {
    case "start-fee":
      return words.startFee(time(reason.minutes), formatMonth(charge.month, language));
    case "covered-administration":
      return words.covered(time(reason.minutes));
    case "window-minutes":
      return words.worked(time(reason.minutes), words.windows[reason.window], listOf(reason.entries, language));
    case "outside-not-agreed":
      return words.notAgreed(time(reason.minutes), listOf(reason.entries, language));
    case "authorised":
      return words.authorised(time(reason.minutes));
    case "additional-ticket":
      return (reason.additionalTicketRule === "flat" ? words.additional : words.additionalDearer)(
        reason.number,
        reason.ticketsPerMonth,
        rate,
      );
    case "amount":
      return words.amount(time(reason.minutes), rate, formatMoney(charge.amountCents, language));
    case "already-invoiced":
      return words.alreadyInvoiced(time(reason.minutesTotal), time(reason.minutesBefore));
    default:
      return unreachable(reason);
  }
}

function listOf(entries: readonly CountedWork[], language: Language): string {
  return entries.map((entry) => workedAt(entry, language)).join("; ");
}

/** `onderzoek 5 okt 2026 9:00-9:50`. */
function workedAt({ step, start, end }: CountedWork, language: Language): string {
  const from = Temporal.Instant.from(start);
  const to = Temporal.Instant.from(end);
  return `${explainMessages(language).steps[step]} ${formatDate(from, language)} ${formatTime(from, language)}-${formatTime(to, language)}`;
}
