import type { Step } from "../../../core/tickets/step.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
import type { TicketTemplate } from "../content/template.ts";
import { createTeller } from "./cast.ts";
import type { Diaries, Slot } from "./diaries.ts";
import { dateAt, instantAt, localMinute, type Minute } from "./local-calendar.ts";
import type { TicketDeed } from "./act.ts";
import type { TicketStep } from "./plan.ts";
import type { Random } from "./random.ts";
import { smallTalk, type SmallTalk } from "./small-talk.ts";

/** The ingredients of a ticket's story. */
export interface Scene {
  readonly key: string;
  readonly organisation: DemoOrganisation;
  readonly template: TicketTemplate;
  readonly consultant: string;
  readonly contact: string;
  readonly createdAt: Temporal.Instant;
  readonly random: Random;
  readonly diaries: Diaries;
}

/** A growing story: each call adds a deed at a moment. */
export interface Script {
  readonly scene: Scene;
  readonly tell: (text: string) => string;
  readonly talk: SmallTalk;
  readonly steps: TicketStep[];
  contactDoes(at: Minute, deed: TicketDeed): void;
  staffDoes(at: Minute, deed: TicketDeed): void;
  /** Books office time from a moment on and records it at its end. Answers its end. */
  works(from: Minute, work: Work): Slot;
  /** Records time in a slot that the consultant already has. */
  logs(slot: Slot, work: Omit<Work, "minutes">): void;
}

export interface Work {
  readonly step: Step;
  readonly minutes: number;
  readonly description: string;
  readonly notCharged?: string;
}

export function openScript(scene: Scene): Script {
  const { organisation, random, diaries, consultant, contact } = scene;
  const steps: TicketStep[] = [];
  const add = (at: Temporal.Instant, by: string, deed: TicketDeed) =>
    steps.push({ kind: "ticket", at, organisation: organisation.key, ticket: scene.key, by, deed });
  const logs: Script["logs"] = (slot, { step, description, notCharged }) =>
    void add(instantAt(slot.end, 5), consultant, {
      kind: "log-time",
      step,
      slot,
      notCharged: notCharged ?? null,
      description,
    });
  return {
    scene,
    tell: createTeller(organisation, random),
    talk: smallTalk[organisation.language],
    steps,
    contactDoes: (at, deed) => void add(instantAt(at, random.between(2, 55)), contact, deed),
    staffDoes: (at, deed) => void add(instantAt(at, 10), consultant, deed),
    logs,
    works: (from, work) => {
      const slot = diaries.book(consultant, from, work.minutes);
      logs(slot, work);
      return slot;
    },
  };
}

/** Creates the ticket in a contact's words. */
export function openTicket(script: Script, options: { outsideHoursAgreed: boolean }): void {
  const { scene, tell, talk, steps } = script;
  const { random, template } = scene;
  const firstName = nameOf(scene).split(" ")[0] ?? "";
  const parts = [tell(random.pick(template.descriptions))];
  if (random.chance(0.45)) parts.unshift(random.pick(talk.greetings));
  if (random.chance(0.45)) parts.push(`${random.pick(talk.closings)}\n${firstName}`);
  const deed = {
    kind: "create",
    title: tell(random.pick(template.titles)),
    description: parts.join("\n\n"),
    outsideHoursAgreed: options.outsideHoursAgreed,
  } as const;
  steps.push({
    kind: "ticket",
    at: scene.createdAt,
    organisation: scene.organisation.key,
    ticket: scene.key,
    by: scene.contact,
    deed,
  });
}

function nameOf({ organisation, contact }: Scene): string {
  return organisation.seats.find((seat) => seat.mailAddress === contact)?.name ?? "";
}

/** The moment a contact reads a message: some time later, not at night. */
export function whenContactReads(from: Minute, random: Random): Minute {
  const at = from + random.between(25, 26 * 60);
  const date = dateAt(at);
  const [opens, closes] = [localMinute(date, 8), localMinute(date, 21)];
  if (at < opens) return opens + random.between(5, 90);
  return at > closes ? localMinute(date.add({ days: 1 }), 8) + random.between(5, 90) : at;
}
