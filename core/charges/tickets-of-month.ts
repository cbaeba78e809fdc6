import type { MinutePeriod } from "../calendar/windows.ts";
import type { Month } from "../values/month.ts";
import { monthOfDate } from "../values/month.ts";
import type { OrganisationWork } from "./charge-work.ts";
import type { WorkedEntry } from "./charged-work.ts";

type TicketsAndEntries = Pick<OrganisationWork, "tickets" | "entries">;

/**
 * Answers for each month the tickets that may be charged in it, with all their entries. So charging a year costs as
 * much as its work, not as much as its months. A ticket belongs to every month from its first to its last creation,
 * work or visit, and to the months of its costs and deliveries. Source: contract M2, "Charges, exactly" 3.
 */
export function ticketsOfMonths(work: OrganisationWork): (month: Month, period: MinutePeriod) => TicketsAndEntries {
  const { tickets } = work;
  const entriesOf = Map.groupBy(work.entries, (entry) => entry.ticketId);
  const spans = spansOf(work);
  const dated = datesOf(work);
  const known = new Set(tickets.map(({ id }) => id));
  // Charging these throws, and the month must make no difference.
  const strays = work.entries.filter((entry) => !known.has(entry.ticketId));

  return (month, { start, end }) => {
    const touched = tickets.filter(({ id }) => {
      const span = spans.get(id);
      return (span !== undefined && span.start < end && span.end >= start) || dated.has(`${month} ${id}`);
    });
    const entries: WorkedEntry[] = [...strays];
    for (const { id } of touched) for (const entry of entriesOf.get(id) ?? []) entries.push(entry);
    return { tickets: touched, entries };
  };
}

/** The epoch minutes from the first to the last event of each ticket: creation, work or visit. */
function spansOf({ tickets, entries, visits }: OrganisationWork): ReadonlyMap<string, MinutePeriod> {
  const spans = new Map<string, MinutePeriod>();
  const reach = (id: string, from: Temporal.Instant, until: Temporal.Instant) => {
    const [start, end] = [from.epochMilliseconds / 60_000, until.epochMilliseconds / 60_000];
    const span = spans.get(id);
    spans.set(
      id,
      span === undefined ? { start, end } : { start: Math.min(span.start, start), end: Math.max(span.end, end) },
    );
  };
  for (const { id, createdAt } of tickets) reach(id, createdAt, createdAt);
  for (const { ticketId, start, end } of entries) reach(ticketId, start, end);
  for (const { ticketId, start, end } of visits) reach(ticketId, start, end);
  return spans;
}

/** The months of a ticket's costs and deliveries, each as `month ticket`. */
function datesOf({ expenses, authorisations }: OrganisationWork): ReadonlySet<string> {
  const spent = expenses.map(({ on, ticketId }) => `${monthOfDate(on)} ${ticketId}`);
  const delivered = authorisations.flatMap(({ fixedPrice, ticketId }) => {
    const on = fixedPrice?.deliveredOn ?? null;
    return on === null ? [] : [`${monthOfDate(on)} ${ticketId}`];
  });
  return new Set([...spent, ...delivered]);
}
