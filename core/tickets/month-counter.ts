import { localDateIn } from "../calendar/local-time.ts";
import { monthOfDate, type Month } from "../values/month.ts";

interface Created {
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
}

/** A ticket with the local calendar month it was created in and its number, from 1, within that month. */
export interface NumberedTicket<Ticket> {
  readonly ticket: Ticket;
  readonly month: Month;
  readonly numberInMonth: number;
}

/**
 * Numbers the tickets of one organisation per local calendar month, in order of creation; nothing carries over
 * into the next month. Answers them in that order. Source: contract T4, T6.
 */
export function numberTickets<Ticket extends Created>(
  tickets: readonly Ticket[],
  timeZone: string,
): readonly NumberedTicket<Ticket>[] {
  const counters = new Map<Month, number>();
  return tickets.toSorted(compareByCreation).map((ticket) => {
    const month = localMonthOf(ticket.createdAt, timeZone);
    const numberInMonth = (counters.get(month) ?? 0) + 1;
    counters.set(month, numberInMonth);
    return { ticket, month, numberInMonth };
  });
}

/**
 * Whether the ticket with this number of its month is charged at the additional rate; never where a month has no limit.
 * Source: contract T4, T5.
 */
export function isAdditional(number: number, terms: { readonly ticketsPerMonth: number | null }): boolean {
  return terms.ticketsPerMonth !== null && number > terms.ticketsPerMonth;
}

/** Orders tickets by when they were created, then by reference by code unit. Source: contract T4. */
export function compareByCreation(a: Created, b: Created): number {
  const byTime = Temporal.Instant.compare(a.createdAt, b.createdAt);
  if (byTime !== 0) return byTime;
  if (a.reference === b.reference) return 0;
  return a.reference < b.reference ? -1 : 1;
}

/** The calendar month an instant lies in by the wall clock of a time zone. Source: contract T6. */
export function localMonthOf(instant: Temporal.Instant, timeZone: string): Month {
  return monthOfDate(localDateIn(instant, timeZone));
}
