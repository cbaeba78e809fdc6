import { stepNames } from "../tickets/ticket-words.ts";
import { formatDate, formatMonth, formatStretch } from "../calendar/format-time.ts";
import { formatDuration, formatMoney, formatRate } from "../values/format.ts";
import type { Language } from "../values/language.ts";
import { unreachable } from "../values/result.ts";
import type { Charge, CountedWork, Reason } from "./charge.ts";
import { explanationWords } from "./explanation-words.ts";
import { rulesOf } from "./rules-of.ts";

/** The parts of a charge that an explanation needs; an invoice line with the totals of its charge has them too. */
export type Explained = Pick<Charge, "month" | "windowNames" | "hourlyRateCents" | "amountCents" | "reasons">;

interface Telling {
  readonly language: Language;
  /** The zone of the times. */
  readonly timeZone: string;
}

/**
 * Explains an amount: one sentence for each rule that took part, in their order, with the numbers and the rule's id in
 * brackets. Source: whichever rules made the charge.
 */
export function explainCharge(charge: Explained, telling: Telling): readonly string[] {
  return charge.reasons.map((reason) => sentence(reason, charge, telling));
}

/**
 * Sums up a charge on one line: minutes, times, window, rate, amount and rules, such as "77 minuten, 1 okt 2026
 * 9:03-10:20, kantooruren, € 100/uur = € 128,33; regel M4, CE4". Source: whichever rules made the charge.
 */
export function summariseCharge(charge: Explained & Pick<Charge, "minutes">, telling: Telling): string {
  const words = explanationWords[telling.language];
  const { minutes, hourlyRateCents, windowNames } = charge;
  const parts = [
    ...(minutes === 0 ? [] : [words.minutes(minutes)]),
    ...charge.reasons.flatMap((reason) => whenOf(reason, telling)),
    ...(windowNames === null ? [] : [windowNames[telling.language]]),
    ...(hourlyRateCents === null ? [] : [words.perHour(formatRate(hourlyRateCents, telling.language))]),
  ];
  const amount = formatMoney(charge.amountCents, telling.language);
  const sum = parts.length === 0 ? amount : `${parts.join(", ")} = ${amount}`;
  return `${sum}; ${words.rule(rulesOf(charge.reasons).join(", "))}`;
}

function whenOf(reason: Reason, telling: Telling): readonly string[] {
  if (reason.kind === "window-minutes" || reason.kind === "outside-not-agreed")
    return reason.entries.map((entry) => formatStretch(entry, telling));
  return reason.kind === "visits" ? reason.visits.map((visit) => formatStretch(visit, telling)) : [];
}

function sentence(reason: Reason, charge: Explained, telling: Telling): string {
  const { language } = telling;
  const words = explanationWords[language];
  const lasting = (minutes: number) => formatDuration(minutes, language);
  const money = (cents: bigint | number) => formatMoney(BigInt(cents), language);
  const day = (text: string) => formatDate(Temporal.PlainDate.from(text), language);
  const window = charge.windowNames?.[language] ?? "";
  const rate = formatMoney(charge.hourlyRateCents ?? 0n, language);
  const work = (entries: readonly CountedWork[]) =>
    entries.map((entry) => `${stepNames[language][entry.step]} ${formatStretch(entry, telling)}`).join("; ");
  const sumOf = (minutes: number, cents: number) =>
    reason.kind === "already-invoiced" && isTimeless(reason) ? money(cents) : `${lasting(minutes)} (${money(cents)})`;
  switch (reason.kind) {
    case "start-fee":
      return words.startFee(lasting(reason.minutes), formatMonth(charge.month, language));
    case "covered-administration":
      return words.covered(lasting(reason.minutes));
    case "window-minutes":
      return words.worked(lasting(reason.minutes), window, work(reason.entries));
    case "outside-not-agreed":
      return words.notAgreed(lasting(reason.minutes), window, work(reason.entries));
    case "authorised":
      return words.authorised(lasting(reason.minutes));
    case "held-prices":
      return words.heldPrices(reason.termsYear, day(reason.validUntil));
    case "fixed-price":
      return words.fixedPrice(day(reason.deliveredOn), money(charge.amountCents));
    case "additional-ticket":
      return (reason.additionalTicketRule === "flat" ? words.additional : words.additionalDearer)(
        reason.number,
        reason.ticketsPerMonth ?? 0,
        rate,
      );
    case "amount":
      return words.amount(lasting(reason.minutes), rate, money(reason.amountCents));
    case "vat-elsewhere":
      return words.vatElsewhere[reason.category];
    case "corrected":
      return words.corrected(money(-charge.amountCents), reason.reason);
    case "forgiven":
      return words.forgiven(money(reason.amountCents), reason.creditNote, reason.reason);
    case "credited":
      return words.credited(reason.invoice, reason.reason);
    case "already-invoiced":
      return words.alreadyInvoiced(
        sumOf(reason.minutesTotal, reason.amountTotalCents),
        sumOf(reason.minutesBefore, reason.amountBeforeCents),
      );
    case "visits":
    case "travel-distance":
    case "travel-fixed":
    case "costs":
      return onSiteSentence(reason, charge, telling);
    default:
      return unreachable(reason);
  }
}

function isTimeless(reason: Extract<Reason, { kind: "already-invoiced" }>): boolean {
  return reason.minutesTotal === 0 && reason.minutesBefore === 0;
}

function onSiteSentence(reason: Extract<Reason, { rule: "A3" }>, charge: Explained, telling: Telling): string {
  const { language } = telling;
  const words = explanationWords[language];
  const money = (cents: bigint | number) => formatMoney(BigInt(cents), language);
  switch (reason.kind) {
    case "visits": {
      const visits = reason.visits.map((visit) =>
        words.visit(formatStretch(visit, telling), formatDuration(visit.chargedMinutes, language)),
      );
      const { minimumMinutes } = reason;
      if (minimumMinutes === 0) return words.visits(visits.join("; "));
      return words.visitsOfAtLeast(formatDuration(minimumMinutes, language), visits.join("; "));
    }
    case "travel-distance":
      return words.distance(String(reason.kilometres), money(reason.centsPerKilometre), money(charge.amountCents));
    case "travel-fixed":
      return words.perVisit(reason.visits, money(reason.centsPerVisit), money(charge.amountCents));
    case "costs":
      return words.costs(
        reason.expenses
          .map(({ description, on, amountCents }) =>
            words.cost(description, formatDate(Temporal.PlainDate.from(on), language), money(amountCents)),
          )
          .join("; "),
      );
    default:
      return unreachable(reason);
  }
}
