import { localDateIn } from "../calendar/local-time.ts";
import { monthOfDate, type Month } from "../values/month.ts";

interface Created {
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
}

/** A ticket with the local calendar month of its creation and its number in that month, from 1. */
export interface NumberedTicket<Ticket> {
  readonly ticket: Ticket;
  readonly month: Month;
  readonly numberInMonth: number;
}

/**
 * Numbers the tickets of one organisation in each local calendar month, in order of creation, and answers them in that
 * order. Each month starts at 1. Source: contract T4, T6.
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
 * Whether the ticket with this number of its month costs the additional rate; never without a limit. Source: contract
 * T4, T5.
 */
export function isAdditional(number: number, terms: { readonly ticketsPerMonth: number | null }): boolean {
  return terms.ticketsPerMonth !== null && number > terms.ticketsPerMonth;
}

/** Orders tickets by creation, then by reference by code unit. Source: contract T4. */
export function compareByCreation(a: Created, b: Created): number {
  const byTime = Temporal.Instant.compare(a.createdAt, b.createdAt);
  if (byTime !== 0) return byTime;
  if (a.reference === b.reference) return 0;
  return a.reference < b.reference ? -1 : 1;
}

/** The calendar month of an instant by the wall clock of a time zone. Source: contract T6. */
export function localMonthOf(instant: Temporal.Instant, timeZone: string): Month {
  return monthOfDate(localDateIn(instant, timeZone));
}
