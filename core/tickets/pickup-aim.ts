import { localDateIn } from "../calendar/local-time.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { ContractTerms } from "../contracts/terms.ts";

/** The terms behind the aim to pick up a ticket. (B3) */
type AimTerms = Pick<ContractTerms, "timeZone" | "pickupAim">;

/** The facts of a ticket for the aim; `aimEndsAt` is the first instant beyond it. */
export interface AimedTicket {
  readonly aimEndsAt: Temporal.Instant;
  readonly pickedUpAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

/**
 * The result of a ticket's aim: `open` while undecided, `gone` if the ticket closed in time without being picked up.
 */
export type PickupStanding = "in-time" | "late" | "open" | "gone";

/** The share of a list of tickets that were picked up in time. */
export interface PickupShare {
  readonly inTime: number;
  readonly late: number;
  /** From 0 to 1; null without any result. */
  readonly share: number | null;
}

/**
 * The first instant beyond the aim of a ticket. The aim runs to the end of a number of local days after its creation:
 * calendar days or working days, as the terms say. A signal for staff, never a promise to the customer. Source:
 * contract B1, B3.
 */
export function pickupAimEndsAt(
  createdAt: Temporal.Instant,
  terms: AimTerms,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const { timeZone, pickupAim } = terms;
  const createdOn = localDateIn(createdAt, timeZone);
  const lastDay =
    pickupAim.kind === "working"
      ? calendar.addWorkingDays(createdOn, pickupAim.days)
      : createdOn.add({ days: pickupAim.days });
  return lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}

/**
 * The result of a ticket's aim until now. A ticket that closed in time without being picked up gives none. Source:
 * contract B2, B3.
 */
export function pickupStandingOf(ticket: AimedTicket, now: Temporal.Instant): PickupStanding {
  const until = ticket.pickedUpAt ?? ticket.closedAt ?? now;
  if (Temporal.Instant.compare(until, ticket.aimEndsAt) >= 0) return "late";
  if (ticket.pickedUpAt !== null) return "in-time";
  return ticket.closedAt === null ? "open" : "gone";
}

/**
 * Those of some waiting tickets that wait longer than the aim to be picked up, oldest first. Staff see this on the
 * board. The aim of a ticket never ends before that of an older one, so few of many are looked at. Source: contract
 * B3.
 */
export function findPastPickupAim<Ticket extends { readonly createdAt: Temporal.Instant }>(
  waiting: readonly Ticket[],
  {
    terms,
    calendar,
    now,
  }: { readonly terms: AimTerms; readonly calendar: WorkingCalendar; readonly now: Temporal.Instant },
): readonly Ticket[] {
  const ordered = waiting.toSorted((one, other) => Temporal.Instant.compare(one.createdAt, other.createdAt));
  let [late, ends] = [0, ordered.length];
  while (late < ends) {
    const middle = (late + ends) >> 1;
    const ticket = ordered[middle];
    if (ticket === undefined) break;
    if (Temporal.Instant.compare(pickupAimEndsAt(ticket.createdAt, terms, calendar), now) <= 0) late = middle + 1;
    else ends = middle;
  }
  return ordered.slice(0, late);
}

/** The share of tickets that were picked up in time, among those with a result. Source: contract B3. */
export function pickupShare(tickets: readonly AimedTicket[], now: Temporal.Instant): PickupShare {
  const standings = tickets.map((ticket) => pickupStandingOf(ticket, now));
  const inTime = standings.filter((standing) => standing === "in-time").length;
  const late = standings.filter((standing) => standing === "late").length;
  return { inTime, late, share: inTime + late === 0 ? null : inTime / (inTime + late) };
}
