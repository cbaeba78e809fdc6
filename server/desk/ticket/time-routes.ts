import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { localDateOf, timeZone } from "../../../core/calendar/time-zone.ts";
import { steps } from "../../../core/tickets/step.ts";
import { minutesOfEntry } from "../../../core/time/time-entry.ts";
import type { TimeEntryId } from "../../../core/values/ids.ts";
import { accept, type Result } from "../../../core/values/result.ts";
import type { Work } from "../../events/work.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { localDate, optionalLine, optionalProse, tickBox } from "../../http/fields.ts";
import { idOf, noParams, ofTicket } from "../../http/params.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type RefusedRequest, type Route, route, type RouteRequest } from "../../http/route.ts";
import { findTimer } from "../../time/read-timer.ts";
import { logSplitEntry, type SplitMinutes } from "../../time/log-split-entry.ts";
import { logTimeEntry } from "../../time/log-time-entry.ts";
import { beyondCeilingReason } from "../../time/not-charged-reason.ts";
import { readStretch } from "../../time/read-stretch.ts";
import { startTimer } from "../../time/start-timer.ts";
import { discardTimer, type StoppedTimer, stopTimer, stretchOfTimer } from "../../time/stop-timer.ts";
import { voidTimeEntry } from "../../time/void-time-entry.ts";
import { writeDuration } from "../../ui/duration-text.ts";
import { formatDuration } from "../../../core/values/format.ts";
import type { Language } from "../../../core/values/language.ts";
import { showTicket, ticketPage } from "./ticket-page.tsx";
import { under } from "./authorisation-choice.ts";
import { voiding } from "./void-entry.ts";
import { workMessages } from "./work.messages.ts";

const timeForm = z.strictObject({
  date: localDate,
  start: optionalLine(8).default(""),
  end: optionalLine(8).default(""),
  duration: optionalLine(30).default(""),
  step: z.enum(steps),
  under,
  description: optionalProse(2000).default(""),
  notCharged: tickBox,
  reason: optionalProse(2000).default(""),
  /** Save the part within the ceiling as charged and the rest as not charged. */
  split: tickBox,
  /** The times come from a timer that could not be recorded as it was. Logging them ends it. */
  fromTimer: tickBox,
});

const leftAlone = optionalProse(2000).optional();

/**
 * The form of time with the buttons that stop or discard the timer. Only the description and the authorisation are
 * used.
 */
const besideTimer = z.strictObject({
  under,
  description: optionalProse(2000).default(""),
  date: leftAlone,
  start: leftAlone,
  end: leftAlone,
  duration: leftAlone,
  step: leftAlone,
  notCharged: leftAlone,
  reason: leftAlone,
  fromTimer: leftAlone,
});

/** Time by hand and by timer. */
export function timeRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "time"),
      permission: "time.log",
      params: ofTicket,
      form: "time",
      input: timeForm,
      idempotent: true,
      act: async ({ work, params: { reference }, input }) => {
        const logged = await logTyped(work, reference, input);
        if (logged.ok && input.fromTimer) await discardTimer(work);
        return logged;
      },
      said: ({ language, value }) => sayLogged(value, language),
    }),
    ticketPage.deed({
      ...voiding,
      path: paths.desk.voidTime(":reference", ":id"),
      params: ofTicket.extend({ id: idOf<TimeEntryId>() }),
      form: "void",
      act: async ({ work, params, input }) => voidTimeEntry(work, { ...params, ...input }),
      said: ({ language }) => workMessages(language).voidedNow,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "timer"),
      permission: "timer.start",
      params: ofTicket,
      form: "time",
      input: z.strictObject({ step: z.enum(steps) }),
      act: async ({ work, params, input }) => startTimer(work, { ...params, ...input }),
      said: ({ language }) => workMessages(language).timerStarted,
    }),
    stopRoute(),
    discardRoute(),
  ];
}

async function logTyped(
  work: Work<Staff>,
  reference: string,
  input: z.output<typeof timeForm>,
): Promise<Result<SplitMinutes>> {
  const stretch = readStretch(input, work.now());
  if (!stretch.ok) return stretch;
  const { step, description, under: authorisationId } = input;
  const reason = input.reason === "" ? null : input.reason;
  if (input.split && !input.notCharged)
    return logSplitEntry(work, {
      reference,
      step,
      ...stretch.value,
      reason: reason ?? beyondCeilingReason,
      description,
      authorisationId,
    });
  const logged = await logTimeEntry(work, {
    reference,
    step,
    ...stretch.value,
    isChargeable: !input.notCharged,
    reason,
    description,
    authorisationId,
  });
  const minutes = minutesOfEntry(stretch.value);
  return logged.ok
    ? accept({ chargeableMinutes: input.notCharged ? 0 : minutes, notChargedMinutes: input.notCharged ? minutes : 0 })
    : logged;
}

function sayLogged({ chargeableMinutes, notChargedMinutes }: SplitMinutes, language: Language): string {
  const words = workMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  if (chargeableMinutes > 0 && notChargedMinutes > 0)
    return words.loggedSplit(time(chargeableMinutes), time(notChargedMinutes));
  if (notChargedMinutes > 0) return words.loggedNotCharged(time(notChargedMinutes));
  return words.logged(time(chargeableMinutes));
}

function sayStopped(stopped: StoppedTimer, language: Language): string {
  return stopped.nothing === null ? sayLogged(stopped, language) : workMessages(language).timerNothing[stopped.nothing];
}

function stopRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.stopTimer,
    access: staff,
    permission: "time.log",
    params: noParams,
    input: besideTimer,
    idempotent: true,
    handle: async (request) => {
      const { work, input, view } = request;
      const stopped = await stopTimer(work, { description: input.description, authorisationId: input.under });
      if (!stopped.ok) return refused(stopped.refusal);
      if (stopped.value.nothing !== null && input.description !== "") return giveBack(request, stopped.value.reference);
      const { reference } = stopped.value;
      return redirect(paths.desk.ticket(reference), { toast: sayStopped(stopped.value, view.language) });
    },
    showAgain: showTimerToCorrect,
  });
}

/** A timer without minutes is gone. The text beside it stays in the form of time. */
async function giveBack(
  request: RouteRequest<Staff, unknown, z.output<typeof besideTimer>>,
  reference: string,
): Promise<Answer> {
  const refusal = { code: "timer-too-short" } as const;
  const fields = { description: [request.input.description] };
  const shown = await showTicket(request, { reference }, { form: "time", fields, refusal, uploads: [] });
  return shown.ok ? page(shown.value, statusOf(refusal), { isKept: true }) : refused(shown.refusal);
}

/** The timer's ticket with its times filled in, to correct and log them. The timer still runs. */
async function showTimerToCorrect(request: RefusedRequest<Staff>): Promise<Answer> {
  const { work, refusal, fields: typed } = request;
  const timer = await findTimer(work.tx, work.actor.personId);
  if (timer === undefined) return refused(refusal);
  const minutes = await stretchOfTimer(work, timer);
  const stretch = minutes.kind === "stretch" ? minutes : { start: timer.startedAt, end: work.now() };
  const fields = {
    date: [localDateOf(stretch.start).toString()],
    start: [wallTime(stretch.start)],
    ...endOf(stretch),
    step: [timer.step],
    under: typed["under"] ?? (timer.authorisationId === null ? [] : [timer.authorisationId]),
    description: typed["description"] ?? [],
    fromTimer: ["yes"],
  };
  const { reference } = timer;
  const shown = await showTicket(request, { reference }, { form: "time", fields, refusal, uploads: [] });
  return shown.ok ? page(shown.value, statusOf(refusal)) : refused(shown.refusal);
}

/** A time on the day of the start, otherwise a duration, because the form has one date. */
function endOf({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }): Record<string, string[]> {
  if (localDateOf(start).equals(localDateOf(end))) return { end: [wallTime(end)] };
  return { duration: [writeDuration(minutesOfEntry({ start, end }))] };
}

function wallTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: "minute" });
}

function discardRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.discardTimer,
    access: staff,
    permission: "time.log",
    params: noParams,
    input: besideTimer,
    idempotent: true,
    handle: async ({ work, view }) => {
      const done = await discardTimer(work);
      return done.ok
        ? redirect(paths.desk.ticket(done.value.reference), { toast: workMessages(view.language).discarded })
        : refused(done.refusal);
    },
  });
}
