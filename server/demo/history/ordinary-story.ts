import type { Urgency } from "../../../core/tickets/progress.ts";
import { afterOfficeMinutes } from "./diaries.ts";
import { dateAt, localMinute, minuteAt, type Minute } from "./local-calendar.ts";
import type { PlannedArticle } from "./deeds/articles.ts";
import type { TicketStep } from "./plan.ts";
import { openScript, openTicket, type Scene, type Script, whenContactReads } from "./script.ts";

/** The exceptions of a story: people who never answer, and other irregularities. */
export interface Irregularities {
  readonly isWithdrawn: boolean;
  /** Nobody has had room for it yet. */
  readonly isLeftWaiting: boolean;
  readonly isNeverAnswered: boolean;
  readonly isInTheEvening: "agreed" | "not agreed" | null;
  readonly isDeclined: boolean;
}

/** A ticket from its creation to its solution, even beyond today. The future part is cut off later. */
export function tellOrdinaryStory(scene: Scene, irregular: Irregularities): TicketStep[] {
  const script = openScript(scene);
  const { random } = scene;
  openTicket(script, { outsideHoursAgreed: irregular.isInTheEvening === "agreed" && random.chance(0.6) });
  const createdAt = minuteAt(scene.createdAt);
  if (irregular.isWithdrawn) return withdraw(script, createdAt);
  if (irregular.isLeftWaiting) return script.steps;
  const assessed = assess(script, afterOfficeMinutes(createdAt, patience(scene)));
  const informed = ask(script, assessed, irregular);
  if (informed === null) return script.steps;
  const researched = research(script, informed);
  if (scene.template.size !== "large") return finish(script, researched, irregular);
  return decideOnEstimate(script, researched, irregular);
}

function withdraw(script: Script, createdAt: Minute): TicketStep[] {
  const { random } = script.scene;
  const at = createdAt + random.between(12, 90);
  script.contactDoes(at, { kind: "reply", body: random.pick(script.talk.withdrawals), waitsFor: "provider" });
  script.contactDoes(at + 1, { kind: "withdraw" });
  return script.steps;
}

/** The office minutes until somebody has room. Urgent tickets go first. */
function patience({ random, template }: Scene): number {
  const [low, high] = random.pick([
    [8, 90],
    [60, 240],
    [120, 420],
    [180, 480],
    [480, 900],
    [600, 1200],
  ] as const);
  const minutes = random.between(low, high);
  const share = { critical: 0.1, high: 0.4, normal: 1, low: 1.2 } satisfies Record<Urgency, number>;
  return Math.round(minutes * share[template.urgency]);
}

/** The reason for a critical urgency, in words for the customer. */
const standstill = {
  nl: "Jullie kunnen zo niet werken, dus dit gaat voor.",
  en: "You cannot work like this, so it goes first.",
} as const;

/** Picks the ticket up and does the administration (D1). Answers the end of it. */
export function assess(script: Script, from: Minute): Minute {
  const { random, template, organisation } = script.scene;
  const slot = script.works(from, {
    step: "administration",
    minutes: random.between(5, 19),
    description: random.pick(script.talk.administration),
  });
  script.staffDoes(slot.start, { kind: "pick-up" });
  const { urgency } = template;
  const reason = urgency === "critical" ? standstill[organisation.language] : null;
  script.staffDoes(slot.start + 1, { kind: "set-urgency", urgency, reason });
  if (template.note !== undefined && random.chance(0.7))
    script.staffDoes(slot.end + 1, { kind: "note", body: script.tell(template.note) });
  return slot.end;
}

function ask(script: Script, from: Minute, irregular: Irregularities): Minute | null {
  const { random, template } = script.scene;
  const { question } = template;
  if (question === undefined || !(random.chance(0.75) || irregular.isNeverAnswered)) {
    if (random.chance(0.5))
      script.staffDoes(from + 1, {
        kind: "reply",
        body: random.pick(script.talk.acknowledgements),
        waitsFor: "provider",
      });
    if (random.chance(0.15))
      script.contactDoes(whenContactReads(from, random), {
        kind: "reply",
        body: random.pick(script.talk.reminders),
        waitsFor: "provider",
      });
    return from;
  }
  script.staffDoes(from + 2, { kind: "reply", body: script.tell(question.asks), waitsFor: "customer" });
  if (irregular.isNeverAnswered) return lookLater(script, from);
  const answered = whenContactReads(from + 2, random);
  script.contactDoes(answered, { kind: "reply", body: script.tell(question.answers), waitsFor: "provider" });
  return answered;
}

/** Nobody answers. The consultant looks again some days later. */
function lookLater(script: Script, from: Minute): null {
  const at = afterOfficeMinutes(from, 600);
  const followUpOn = dateAt(at).add({ days: 4 });
  script.staffDoes(at, { kind: "set-waiting", waitsFor: "customer", caseNumber: null, followUpOn });
  return null;
}

export function research(script: Script, from: Minute): Minute {
  const { random, template } = script.scene;
  const minutes = { small: random.between(8, 30), medium: random.between(30, 72), large: random.between(60, 100) }[
    template.size
  ];
  const slot = script.works(afterOfficeMinutes(from, random.between(5, 420)), {
    step: "research",
    minutes,
    description: script.tell(template.research),
  });
  script.staffDoes(slot.start, { kind: "move-step", step: "research" });
  if (template.progress !== undefined)
    script.staffDoes(slot.end + 2, {
      kind: "reply",
      body: script.tell(template.progress),
      waitsFor: template.outcome === "escalated" ? "microsoft" : "provider",
    });
  else if (random.chance(0.2))
    script.staffDoes(slot.end + 2, { kind: "reply", body: script.talk.researchDone, waitsFor: "provider" });
  return slot.end + 3;
}

function decideOnEstimate(script: Script, from: Minute, irregular: Irregularities): TicketStep[] {
  const { random } = script.scene;
  const minutes = random.pick([180, 240, 300, 360]);
  requestApproval(script, from + 4, { minutes, validUntil: null });
  const decidedAt = whenContactReads(from + 10, random);
  if (irregular.isDeclined) {
    script.contactDoes(decidedAt, { kind: "decide-authorisation", decision: "decline", reason: script.talk.declined });
    const slot = script.works(afterOfficeMinutes(decidedAt, 60), {
      step: "administration",
      minutes: 5,
      description: random.pick(script.talk.administration),
    });
    script.staffDoes(slot.end + 1, {
      kind: "resolve",
      message: script.talk.stopped,
      outcome: "not-solved",
      article: noArticle(script),
    });
    return script.steps;
  }
  script.contactDoes(decidedAt, { kind: "decide-authorisation", decision: "approve", reason: null });
  const first = script.works(afterOfficeMinutes(decidedAt, random.between(30, 500)), {
    step: "resolution",
    minutes: Math.round(minutes * 0.45),
    description: script.tell(script.scene.template.resolution),
  });
  script.staffDoes(first.start, { kind: "move-step", step: "resolution" });
  const second = script.works(afterOfficeMinutes(first.end, random.between(60, 600)), {
    step: "resolution",
    minutes: Math.round(minutes * (0.25 + random.next() * 0.25)),
    description: script.talk.large,
  });
  return close(script, second.end);
}

export function requestApproval(
  script: Script,
  at: Minute,
  asked: { minutes: number; validUntil: Temporal.PlainDate | null },
): void {
  script.staffDoes(at, {
    kind: "request-authorisation",
    ...asked,
    windows: ["office"],
    explanation: script.talk.askApproval,
  });
}

/** The solution, and the article about it (D3). */
function finish(script: Script, from: Minute, irregular: Irregularities): TicketStep[] {
  const { random, template } = script.scene;
  const minutes = template.size === "small" ? random.between(5, 22) : random.between(12, 40);
  const work = { step: "resolution", description: script.tell(template.resolution) } as const;
  // Microsoft takes some days.
  const answered = template.outcome === "escalated" ? from + random.between(2, 6) * 24 * 60 : from;
  const slot =
    irregular.isInTheEvening === null
      ? script.works(afterOfficeMinutes(answered, random.between(5, 720)), { ...work, minutes })
      : inTheEvening(script, from, minutes, irregular.isInTheEvening);
  script.staffDoes(slot.start, { kind: "move-step", step: "resolution" });
  if (!random.chance(0.05)) return close(script, slot.end);
  const unpaid = script.works(slot.end + 1, {
    step: "resolution",
    minutes: random.between(10, 45),
    description: random.pick(script.talk.notChargedWork),
    notCharged: random.pick(script.talk.notCharged),
  });
  return close(script, unpaid.end);
}

/** After closing time or on a Saturday, with the customer's agreement or at the office rate (M5). */
function inTheEvening(script: Script, from: Minute, minutes: number, agreement: "agreed" | "not agreed") {
  const { random, diaries, consultant } = script.scene;
  const date = dateAt(from).add({ days: 1 });
  const slot = diaries.bookAnyHour(
    consultant,
    localMinute(date, random.pick([18, 19, 20]), random.between(0, 50)),
    minutes,
  );
  const isAgreedAlready = script.steps.some(({ deed }) => deed.kind === "create" && deed.outsideHoursAgreed);
  if (agreement === "agreed" && !isAgreedAlready) script.contactDoes(from + 30, { kind: "agree-outside-hours" });
  script.logs(slot, {
    step: "resolution",
    description: agreement === "agreed" ? script.talk.evening : script.talk.eveningUnagreed,
  });
  return slot;
}

export function close(script: Script, at: Minute): TicketStep[] {
  const { template, random } = script.scene;
  const article: PlannedArticle =
    template.article === undefined || random.chance(0.15)
      ? noArticle(script)
      : { kind: "new", template: template.key, ...template.article };
  script.staffDoes(at + 2, {
    kind: "resolve",
    message: script.tell(template.solution),
    outcome: template.outcome ?? "solved",
    article,
  });
  return script.steps;
}

function noArticle({ scene, talk }: Script): PlannedArticle {
  return { kind: "none", reason: scene.random.pick(talk.noArticle) };
}
