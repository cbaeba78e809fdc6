import { lastDayOf } from "../../../core/values/month.ts";
import { momentsThisMonth } from "./arrivals.ts";
import {
  dateAt,
  instantAt,
  isWorkday,
  localMinute,
  minuteAt,
  type Minute,
  type Span,
  workdaysBefore,
} from "./local-calendar.ts";
import { assess, close, requestApproval, research, tellOrdinaryStory, type Irregularities } from "./ordinary-story.ts";
import type { TicketStep } from "./plan.ts";
import { openScript, openTicket, type Scene, type Script } from "./script.ts";

export type SceneMaker = (cast: {
  organisation: string;
  template: string;
  consultant: string;
  seat: 1 | 2;
  createdAt: Temporal.Instant;
}) => Scene;

const [sanne, joris, femke] = ["sanne@kwartier.example", "joris@kwartier.example", "femke@kwartier.example"] as const;

/** The tickets with special features, each a list of steps. */
export function tellSpecialTickets(span: Span, scene: SceneMaker): TicketStep[][] {
  return [
    ...annasTickets(span, scene),
    workOrderToDecide(span, scene),
    expiredQuote(span, scene),
    ...nightWork(span, scene),
    lateEntry(span, scene),
  ];
}

/** Three tickets this month. A question and a work order wait for her. */
function annasTickets(span: Span, scene: SceneMaker): TicketStep[][] {
  const asked = ticketToApprove(
    scene({
      organisation: "bakkerij",
      template: "mail-migration",
      consultant: sanne,
      seat: 1,
      createdAt: moment(span, 6, 10),
    }),
    180,
  );
  const question = tellOrdinaryStory(
    scene({
      organisation: "bakkerij",
      template: "scan-to-mail",
      consultant: sanne,
      seat: 1,
      createdAt: moment(span, 2, 9),
    }),
    { ...regular, isNeverAnswered: true },
  );
  const told = [asked, question].filter(
    ([first]) => first !== undefined && minuteAt(first.at) >= span.startOfThisMonth,
  ).length;
  const templates = ["outlook-stops-syncing", "new-colleague", "teams-channel-gone"].slice(told);
  const others = momentsThisMonth(span, templates.length).map((createdAt, index) =>
    tellOrdinaryStory(
      scene({
        organisation: "bakkerij",
        template: templates[index] ?? "",
        consultant: index === 0 ? sanne : joris,
        seat: 1,
        createdAt,
      }),
      regular,
    ),
  );
  return [asked, question, ...others];
}

const regular: Irregularities = {
  isWithdrawn: false,
  isLeftWaiting: false,
  isNeverAnswered: false,
  isInTheEvening: null,
  isDeclined: false,
};

function moment(span: Span, workdaysAgo: number, hour: number): Temporal.Instant {
  return instantAt(localMinute(workdaysBefore(span.today, workdaysAgo), hour, 12), 31);
}

function ticketToApprove(cast: Scene, minutes: number): TicketStep[] {
  const script = openScript(cast);
  openTicket(script, { outsideHoursAgreed: false });
  const researched = research(script, assess(script, minuteAt(cast.createdAt) + 45));
  requestApproval(script, researched + 4, { minutes, validUntil: null });
  return script.steps;
}

function workOrderToDecide(span: Span, scene: SceneMaker): TicketStep[] {
  return ticketToApprove(
    scene({
      organisation: "notaris",
      template: "site-structure",
      consultant: femke,
      seat: 2,
      createdAt: moment(span, 5, 11),
    }),
    420,
  );
}

/** A quote, because it is above eight hours. Nobody answered it in time (T3). */
function expiredQuote(span: Span, scene: SceneMaker): TicketStep[] {
  const cast = scene({
    organisation: "woning",
    template: "conditional-access-rollout",
    consultant: joris,
    seat: 1,
    createdAt: moment(span, 24, 9),
  });
  const script = openScript(cast);
  openTicket(script, { outsideHoursAgreed: false });
  const researched = research(script, assess(script, minuteAt(cast.createdAt) + 60));
  requestApproval(script, researched + 4, { minutes: 900, validUntil: dateAt(researched).add({ days: 14 }) });
  return script.steps;
}

/**
 * Work at night and in weekends: across midnight, across a month's end, with and without agreement (M4, M5, "Charges,
 * exactly" 3).
 */
function nightWork(span: Span, scene: SceneMaker): TicketStep[][] {
  const monthEnd = lastDayOf(span.fullMonths[0]);
  const saturday = (before: Temporal.PlainDate) => before.subtract({ days: (before.dayOfWeek + 1) % 7 });
  const [night, agreedSaturday, otherSaturday] = [
    workdaysBefore(span.today, 15),
    saturday(workdaysBefore(span.today, 20)),
    saturday(workdaysBefore(span.today, 30)),
  ];
  const cast = (template: string, on: Temporal.PlainDate) => {
    const createdOn = isWorkday(on) ? workdaysBefore(on, 2) : workdaysBefore(on, 1);
    return scene({
      organisation: "architecten",
      template,
      consultant: joris,
      seat: 1,
      createdAt: instantAt(localMinute(createdOn, 9, 20), 8),
    });
  };
  return [
    offHours(cast("versions-fill-space", monthEnd), {
      start: localMinute(monthEnd, 22, 50),
      minutes: 105,
      isAgreed: true,
    }),
    offHours(cast("tenant-name", night), { start: localMinute(night, 23, 20), minutes: 80, isAgreed: true }),
    offHours(cast("flow-stopped", agreedSaturday), {
      start: localMinute(agreedSaturday, 10, 30),
      minutes: 75,
      isAgreed: true,
    }),
    offHours(cast("wifi-certificate", otherSaturday), {
      start: localMinute(otherSaturday, 14, 0),
      minutes: 50,
      isAgreed: false,
    }),
  ];
}

function offHours(cast: Scene, work: { start: Minute; minutes: number; isAgreed: boolean }): TicketStep[] {
  const script = openScript(cast);
  openTicket(script, { outsideHoursAgreed: work.isAgreed });
  assess(script, minuteAt(cast.createdAt) + 30);
  const slot = cast.diaries.bookAnyHour(cast.consultant, work.start, work.minutes);
  script.staffDoes(slot.start - 1, { kind: "move-step", step: "resolution" });
  script.logs(slot, {
    step: "resolution",
    description: work.isAgreed ? script.talk.evening : script.talk.eveningUnagreed,
  });
  return close(script, slot.end);
}

/**
 * Work of an invoiced month that was recorded later. It goes onto the next invoice, under the date of the work (M2).
 */
function lateEntry(span: Span, scene: SceneMaker): TicketStep[] {
  const worked = workdaysBefore(lastDayOf(span.fullMonths[0]), 2);
  const cast = scene({
    organisation: "transport",
    template: "intune-laptop",
    consultant: femke,
    seat: 1,
    createdAt: instantAt(localMinute(worked, 8, 55), 12),
  });
  const script: Script = openScript(cast);
  openTicket(script, { outsideHoursAgreed: false });
  const assessed = assess(script, minuteAt(cast.createdAt) + 20);
  const slot = cast.diaries.book(cast.consultant, assessed + 15, 55);
  const recorded = localMinute(lastDayOf(span.fullMonths[0]).add({ days: 2 }), 9, 40);
  script.staffDoes(recorded, {
    kind: "log-time",
    step: "research",
    slot,
    notCharged: null,
    description: script.tell(cast.template.research),
  });
  script.staffDoes(recorded + 2, { kind: "move-step", step: "resolution" });
  return close(script, recorded + 3);
}
