import { accept, refuse, type Result } from "../values/result.ts";
import { minuteOf, minutesOfEntry } from "./time-entry.ts";

const limitHours = 4;

/** A timer when it is stopped. */
export interface StoppedTimer {
  readonly startedAt: Temporal.Instant;
  readonly stoppedAt: Temporal.Instant;
  /** A timer on a ticket that was closed meanwhile counts until its closing. */
  readonly closedAt: Temporal.Instant | null;
  /** Where the consultant's last entry before the timer's stop ended, if any. */
  readonly previousEnd: Temporal.Instant | null;
}

/** What a stopped timer has written down: a stretch of time, or why there is nothing to write. */
export type TimerMinutes =
  | { readonly kind: "stretch"; readonly start: Temporal.Instant; readonly end: Temporal.Instant }
  | { readonly kind: "nothing"; readonly why: "too-short" | "written-already" };

/**
 * The whole minutes a timer stands for: both ends rounded down, so that timers that follow each other neither overlap
 * nor drift. One that ran for less than a minute was started by mistake and stands for nothing. Where the minute it
 * started in is already written down it starts after that, and stands for nothing when nothing is left of it. Source:
 * contract "Charges, exactly" 3.
 */
export function minutesOfTimer({ startedAt, stoppedAt, closedAt, previousEnd }: StoppedTimer): TimerMinutes {
  const until = closedAt !== null && Temporal.Instant.compare(closedAt, stoppedAt) < 0 ? closedAt : stoppedAt;
  if (startedAt.until(until).total("minutes") < 1) return { kind: "nothing", why: "too-short" };
  const [floored, end] = [minuteOf(startedAt), minuteOf(until)];
  const sharesMinute = previousEnd !== null && previousEnd.equals(floored.add({ minutes: 1 }));
  const start = sharesMinute ? previousEnd : floored;
  return Temporal.Instant.compare(start, end) < 0
    ? { kind: "stretch", start, end }
    : { kind: "nothing", why: "written-already" };
}

/**
 * Whether a timer's minutes can be written down without asking: one that ran for more than four hours on end was
 * forgotten over a lunch or a night, and its minutes would be charged. Refuses `timer-forgotten`. Source: contract T2,
 * M2.
 */
export function checkTimer(stretch: { start: Temporal.Instant; end: Temporal.Instant }): Result<null> {
  const minutes = minutesOfEntry(stretch);
  return minutes > limitHours * 60 ? refuse({ code: "timer-forgotten", minutes, limitHours }) : accept(null);
}
