import { accept, refuse, type Result } from "../values/result.ts";
import { minuteOf, minutesOfEntry } from "./time-entry.ts";

const limitHours = 4;

/** The facts of a timer at its stop. */
export interface StoppedTimer {
  readonly startedAt: Temporal.Instant;
  readonly stoppedAt: Temporal.Instant;
  /** A timer on a ticket that closed meanwhile counts until its closing. */
  readonly closedAt: Temporal.Instant | null;
  /** The end of the consultant's last entry before the stop, if any. */
  readonly previousEnd: Temporal.Instant | null;
}

/** The result of a stopped timer: a stretch of time, or the reason for none. */
export type TimerMinutes =
  | { readonly kind: "stretch"; readonly start: Temporal.Instant; readonly end: Temporal.Instant }
  | { readonly kind: "nothing"; readonly why: "too-short" | "written-already" };

/**
 * The whole minutes of a timer. Both ends are rounded down, so that consecutive timers neither overlap nor drift. A
 * timer of less than a minute was a mistake and has none. If its first minute is already recorded, the timer starts
 * after that minute, and has none when nothing is left. Source: contract "Charges, exactly" 3.
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
 * Whether a timer's minutes can be recorded without asking. A timer that ran for more than four hours was forgotten
 * over a lunch or a night; its minutes would be charged. Refuses `timer-forgotten`. Source: contract T2, M2.
 */
export function checkTimer(stretch: { start: Temporal.Instant; end: Temporal.Instant }): Result<null> {
  const minutes = minutesOfEntry(stretch);
  return minutes > limitHours * 60 ? refuse({ code: "timer-forgotten", minutes, limitHours }) : accept(null);
}
