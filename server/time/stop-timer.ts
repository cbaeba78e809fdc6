import type { Staff } from "../../core/access/actor.ts";
import { checkTimer, minutesOfTimer, type TimerMinutes } from "../../core/time/timer.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import type { ChosenAuthorisation } from "./choose-authorisation.ts";
import { type SplitMinutes, writeSplitEntry } from "./log-split-entry.ts";
import { beyondCeilingReason } from "./not-charged-reason.ts";
import { deleteTimer } from "./store.ts";
import { findEndAfter } from "./read-busy-times.ts";
import { lockTimer, type RunningTimer } from "./read-timer.ts";

export interface StoppedTimer extends SplitMinutes {
  readonly reference: string;
  /** The reason for recording nothing; null when something was recorded. */
  readonly nothing: "too-short" | "written-already" | null;
}

interface ToStop {
  readonly description: string;
  /** The authorisation of its time (T3); by default the one from its start. */
  readonly authorisationId?: ChosenAuthorisation;
}

/**
 * Stops the consultant's timer and records its minutes: as two entries if it crossed the ceiling (T2), as none if it
 * ran for less than a minute. Refuses `timer-not-running`. If the minutes cannot be recorded as they are (overlap, no
 * contract, forgotten timer, ended authorisation), the timer keeps running, so that its time is never lost.
 */
export async function stopTimer(work: Work<Staff>, { description, ...asked }: ToStop): Promise<Result<StoppedTimer>> {
  const timer = await lockTimer(work.tx, work.actor.personId);
  if (timer === undefined) return refuse({ code: "timer-not-running" });
  const locked = await lockTicket(work, timer.reference, "time.log");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const stretch = await stretchOn(work, timer, ticket.closedAt);
  const likely = stretch.kind === "nothing" ? accept(null) : checkTimer(stretch);
  if (!likely.ok) return likely;
  const { reference, step } = timer;
  const authorisationId =
    asked.authorisationId === undefined ? (timer.authorisationId ?? undefined) : asked.authorisationId;
  return attempt(work, async (): Promise<Result<StoppedTimer>> => {
    await deleteTimer(work.tx, work.actor.personId);
    if (stretch.kind === "nothing") {
      await recordDiscarded(work, timer, stretch.why);
      return accept({ reference, chargeableMinutes: 0, notChargedMinutes: 0, nothing: stretch.why });
    }
    const { start, end } = stretch;
    const entry = { step, start, end, reason: beyondCeilingReason, description, authorisationId };
    const logged = await writeSplitEntry(work, ticket, entry);
    return logged.ok ? accept({ reference, ...logged.value, nothing: null }) : logged;
  });
}

/** The minutes of a running timer if it stopped now. */
export async function stretchOfTimer(
  work: Work<Staff>,
  timer: { readonly reference: string; readonly startedAt: Temporal.Instant },
): Promise<TimerMinutes> {
  const ticket = await findTicket(work.tx, timer.reference);
  return stretchOn(work, timer, ticket?.closedAt ?? null);
}

async function stretchOn(
  work: Work<Staff>,
  timer: { readonly startedAt: Temporal.Instant },
  closedAt: Temporal.Instant | null,
): Promise<TimerMinutes> {
  const previousEnd = await findEndAfter(work.tx, work.actor.personId, timer.startedAt);
  return minutesOfTimer({
    startedAt: timer.startedAt,
    stoppedAt: work.now(),
    closedAt,
    previousEnd,
  });
}

/** Discards the consultant's timer, for example because the time was entered by hand. Refuses `timer-not-running`. */
export async function discardTimer(work: Work<Staff>): Promise<Result<{ reference: string }>> {
  const timer = await lockTimer(work.tx, work.actor.personId);
  if (timer === undefined) return refuse({ code: "timer-not-running" });
  await deleteTimer(work.tx, work.actor.personId);
  await recordDiscarded(work, timer, "thrown-away");
  return accept({ reference: timer.reference });
}

type Discarded = EventOf<"timer-discarded">["payload"]["why"];

async function recordDiscarded(work: Work<Staff>, timer: RunningTimer, why: Discarded): Promise<void> {
  await recordEvent(work, {
    kind: "timer-discarded",
    organisationId: timer.organisationId,
    subject: timer.ticketId,
    payload: { startedAt: timer.startedAt.toString(), step: timer.step, why },
  });
}
