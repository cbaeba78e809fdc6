import { localDateIn } from "../calendar/local-time.ts";

/** A consultant's week in minutes: what they have for tickets, and what they logged of it. (B2) */
export interface WorkWeek {
  readonly capacityMinutes: number;
  readonly loggedMinutes: number;
}

/** How full a consultant's week is. */
export interface Room {
  /** What is left of the week; never below 0. */
  readonly roomMinutes: number;
  /** Logged of the capacity, from 0 to beyond 1; a week without capacity is full. */
  readonly load: number;
}

/** The instant at which the week of an instant began: local Monday, 0:00. Source: contract B2. */
export function weekStartOf(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = localDateIn(now, timeZone);
  return today
    .subtract({ days: today.dayOfWeek - 1 })
    .toZonedDateTime(timeZone)
    .toInstant();
}

/** A consultant's load, and the room they have for tickets in the rest of the week. Source: contract B2. */
export function roomOf({ capacityMinutes, loggedMinutes }: WorkWeek): Room {
  return {
    roomMinutes: Math.max(0, capacityMinutes - loggedMinutes),
    load: capacityMinutes <= 0 ? 1 : loggedMinutes / capacityMinutes,
  };
}

/**
 * The room of all consultants together in minutes; who worked beyond their week takes none of another's. Source:
 * contract B2.
 */
export function roomOfAll(weeks: readonly WorkWeek[]): number {
  return weeks.reduce((sum, week) => sum + roomOf(week).roomMinutes, 0);
}
