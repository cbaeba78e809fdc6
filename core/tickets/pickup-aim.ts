import { localDateIn } from "../calendar/local-time.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { ContractTerms } from "../contracts/terms.ts";

/** What of the terms says how soon a ticket is hoped to be picked up. (B3) */
type AimTerms = Pick<ContractTerms, "timeZone" | "pickupAim">;

/** A ticket as the aim sees it; `aimEndsAt` is the first instant beyond the aim. */
export interface AimedTicket {
  readonly aimEndsAt: Temporal.Instant;
  readonly pickedUpAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

/** How picking up a ticket went: `open` while that is still to be seen, `gone` when it was closed before it was. */
export type PickupStanding = "in-time" | "late" | "open" | "gone";

/** How many of a list of tickets were picked up as aimed for. */
export interface PickupShare {
  readonly inTime: number;
  readonly late: number;
  /** From 0 to 1; null where nothing is known yet. */
  readonly share: number | null;
}

/**
 * The first instant beyond the aim for a ticket made at an instant: the aim runs to the end of so many local days after
 * the one it was made on, calendar days or working days as the terms say. A signal for the provider's staff, never a
 * promise to the customer. Source: contract B1, B3.
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
 * How picking up a ticket went until now. One that was closed in time without being picked up says nothing. Source:
 * contract B2, B3.
 */
export function pickupStandingOf(ticket: AimedTicket, now: Temporal.Instant): PickupStanding {
  const until = ticket.pickedUpAt ?? ticket.closedAt ?? now;
  if (Temporal.Instant.compare(until, ticket.aimEndsAt) >= 0) return "late";
  if (ticket.pickedUpAt !== null) return "in-time";
  return ticket.closedAt === null ? "open" : "gone";
}

/**
 * Whether a ticket waits for being picked up for longer than was aimed for: what staff see on the board. Source:
 * contract B3.
 */
export function isPastPickupAim(ticket: AimedTicket, now: Temporal.Instant): boolean {
  return ticket.pickedUpAt === null && ticket.closedAt === null && pickupStandingOf(ticket, now) === "late";
}

/** The share of tickets that were picked up as aimed for, of those of which that is known. Source: contract B3. */
export function pickupShare(tickets: readonly AimedTicket[], now: Temporal.Instant): PickupShare {
  const standings = tickets.map((ticket) => pickupStandingOf(ticket, now));
  const inTime = standings.filter((standing) => standing === "in-time").length;
  const late = standings.filter((standing) => standing === "late").length;
  return { inTime, late, share: inTime + late === 0 ? null : inTime / (inTime + late) };
}
