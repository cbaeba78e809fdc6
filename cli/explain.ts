import type { Charge, CountedWork, Reason } from "../core/charges/charge.ts";
import type { Cents } from "../core/values/money.ts";
import { unreachable } from "../core/values/result.ts";

/** How a charge was reached, in plain English; times are local. */
export function explainReasons(charge: Charge, timeZone: string): string {
  return charge.reasons.map((reason) => `${sentence(reason, charge, timeZone)} (${reason.rule})`).join("; ");
}

function sentence(reason: Reason, charge: Charge, timeZone: string): string {
  const rate = euros(charge.hourlyRateCents);
  switch (reason.kind) {
    case "start-fee":
      return `start fee of ${reason.minutes} minutes for a ticket created in ${charge.month}`;
    case "covered-administration":
      return `${reason.minutes} minutes of administration are covered by the start fee`;
    case "window-minutes":
      return `${reason.minutes} minutes worked in window ${reason.window}: ${listOf(reason.entries, timeZone)}`;
    case "outside-not-agreed":
      return `${reason.minutes} minutes outside office hours without agreement, charged as office: ${listOf(reason.entries, timeZone)}`;
    case "authorised":
      return `${reason.minutes} minutes under authorisation ${reason.authorisationId}`;
    case "additional-ticket":
      return `ticket ${reason.number} of a month with ${reason.ticketsPerMonth}, additional rate ${reason.additionalTicketRule}: ${rate} an hour`;
    case "amount":
      return `${reason.minutes} min x ${rate} / 60 = ${euros(charge.amountCents)}`;
    case "already-invoiced":
      return `${reason.minutesTotal} minutes in all, ${reason.minutesBefore} of them invoiced before`;
    default:
      return unreachable(reason);
  }
}

function listOf(entries: readonly CountedWork[], timeZone: string): string {
  return entries.map((entry) => `${entry.step} ${period(entry, timeZone)} ${entry.minutes} min`).join(", ");
}

function period({ start, end }: CountedWork, timeZone: string): string {
  const from = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
  const to = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone);
  return `${from.toPlainDate().toString()} ${clock(from)}-${clock(to)}`;
}

function clock(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: "minute" });
}

function euros(cents: Cents): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
