import type { ContractTerms } from "../contracts/terms.ts";
import type { ChargedTicket, WorkedEntry } from "./charged-work.ts";

/**
 * The contract's arithmetic once more, written for the tests and on purpose in another way: minute by minute, with
 * holidays as a written list and money as ordinary numbers. It shares no code with what it checks.
 */
export interface NaiveLine {
  readonly reference: string;
  readonly kind: string;
  readonly window: string;
  readonly minutes: number;
  readonly amountCents: number;
}

/** Those of 2026 and 2027 by the default terms. */
const holidays = new Set(
  (
    "2026-01-01 2026-04-05 2026-04-06 2026-04-27 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26 " +
    "2027-01-01 2027-03-28 2027-03-29 2027-04-27 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26"
  ).split(" "),
);

/** Every line of a month in any order. */
export function naiveCharges(
  terms: ContractTerms,
  tickets: readonly ChargedTicket[],
  entries: readonly WorkedEntry[],
  month: string,
): readonly NaiveLine[] {
  return tickets.flatMap((ticket) => {
    const counts = new Map<string, number>();
    const add = (key: string, minutes: number) => counts.set(key, (counts.get(key) ?? 0) + minutes);
    const created = ticket.createdAt.toZonedDateTimeISO("Europe/Amsterdam").toString().slice(0, 7);
    if (created === month) add("start-fee office", ticket.startFeeMinutes);
    for (const minute of chargedMinutes(ticket, entries)) {
      const wall = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO("Europe/Amsterdam");
      if (wall.toString().slice(0, 7) !== month) continue;
      const agreed = ticket.outsideHoursAgreedAt;
      const isAgreed = agreed !== null && Temporal.Instant.compare(agreed, wall.toInstant()) <= 0;
      add(`work ${isAgreed ? windowOf(wall) : "office"}`, 1);
    }
    return [...counts].map(([key, minutes]) => {
      const [kind = "", window = ""] = key.split(" ");
      return {
        reference: ticket.reference,
        kind,
        window,
        minutes,
        amountCents: amount(minutes, window, ticket, terms),
      };
    });
  });
}

function chargedMinutes(ticket: ChargedTicket, entries: readonly WorkedEntry[]): readonly number[] {
  const administration: number[] = [];
  const others: number[] = [];
  for (const entry of entries) {
    if (entry.ticketId !== ticket.id || !entry.isChargeable) continue;
    const minutes = entry.step === "administration" ? administration : others;
    for (let at = entry.start.epochMilliseconds; at < entry.end.epochMilliseconds; at += 60_000) {
      minutes.push(at / 60_000);
    }
  }
  return [...administration.toSorted((a, b) => a - b).slice(ticket.startFeeMinutes), ...others];
}

function windowOf(wall: Temporal.ZonedDateTime): string {
  const date = wall.toString().slice(0, 10);
  if (wall.dayOfWeek > 5 || holidays.has(date)) return "weekend-holiday";
  return wall.hour >= 9 && wall.hour < 17 ? "office" : "outside";
}

function amount(minutes: number, window: string, ticket: ChargedTicket, terms: ContractTerms): number {
  let rate = { office: 10_000, outside: 12_500, "weekend-holiday": 14_500 }[window] ?? 0;
  if (ticket.isAdditional) rate = terms.additionalTicketRule === "flat" ? 11_500 : Math.max(11_500, rate);
  return Math.floor((minutes * rate + 30) / 60);
}
