import type { TicketTemplate } from "../content/template.ts";
import { allOrganisations } from "../content/more-organisations.ts";
import { allTemplates } from "../content/templates.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
import { type Arrival, drawArrivals, weighted } from "./arrivals.ts";
import { staff } from "./cast.ts";
import { createDiaries, type Diaries } from "./diaries.ts";
import { tellTheHouse } from "./house-steps.ts";
import { instantAt, minuteAt, type Span, spanUpTo } from "./local-calendar.ts";
import { tellOrdinaryStory, type Irregularities } from "./ordinary-story.ts";
import type { Plan, PlannedStep, TicketStep } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { runTimer } from "./running-timer.ts";
import type { Scene } from "./script.ts";
import { linkArticles } from "./link-articles.ts";
import { type SceneMaker, tellSpecialTickets } from "./special-tickets.ts";

const ticketCount = 400;
const tellsMailFor = { hours: 36 } as const;
/** Otherwise the mailbox would be empty after a quiet weekend. */
const leastStepsTold = 40;

/**
 * The whole story of a demo made at a moment: some months of tickets, work and invoices, in order, none of it in the
 * future.
 */
export function makePlan(now: Temporal.Instant): Plan {
  const span = spanUpTo(now);
  const random = createRandom(`kwartier ${span.today.toString()}`);
  const diaries = createDiaries();
  diaries.block("joris@kwartier.example", { start: span.now - 15, end: span.now + 1 });
  const apart = tellSpecialTickets(span, sceneMaker(diaries, random));
  const arrivals = drawArrivals({ organisations: allOrganisations, span, count: ticketCount - apart.length, random });
  const ordinary = castArrivals(arrivals, diaries, random).map((scene) =>
    tellOrdinaryStory(scene, drawIrregularities(scene, span, random)),
  );
  const tickets = [...apart, ...ordinary].flatMap((steps) => cutOff(steps, now));
  const steps: PlannedStep[] = [
    ...tellTheHouse(allOrganisations, span, random),
    ...linkArticles(tickets.toSorted(inTime)),
    ...runTimer(tickets, span),
  ];
  return { steps: steps.toSorted(inTime), reactsFrom: whenMailBegins(tickets, now) };
}

function whenMailBegins(tickets: readonly TicketStep[], now: Temporal.Instant): Temporal.Instant {
  const recent = now.subtract(tellsMailFor);
  const told = tickets.toSorted(inTime).at(-leastStepsTold)?.at ?? recent;
  return Temporal.Instant.compare(told, recent) < 0 ? told : recent;
}

function inTime(a: PlannedStep, b: PlannedStep): number {
  return Temporal.Instant.compare(a.at, b.at);
}

/** Cuts off future steps, and all steps after a ticket is closed. */
function cutOff(steps: readonly TicketStep[], now: Temporal.Instant): TicketStep[] {
  const past = steps.filter((step) => Temporal.Instant.compare(step.at, now) <= 0).toSorted(inTime);
  const closing = past.findIndex(({ deed }) => deed.kind === "resolve" || deed.kind === "withdraw");
  return closing === -1 ? past : past.slice(0, closing + 1);
}

function sceneMaker(diaries: Diaries, random: Random): SceneMaker {
  let made = 0;
  return ({ organisation: key, template: templateKey, consultant, seat, createdAt }) => {
    const organisation = allOrganisations.find((one) => one.key === key);
    const template = allTemplates.nl.find((one) => one.key === templateKey);
    if (organisation === undefined || template === undefined)
      throw new Error(`nothing told of ${key} and ${templateKey}`);
    const contact = (organisation.seats[seat - 1] ?? organisation.seats[0]).mailAddress;
    made += 1;
    return { key: `apart-${made}`, organisation, template, consultant, contact, createdAt, random, diaries };
  };
}

/** Gives each arrival its problem and its people. An organisation never has the same problem twice in a row. */
function castArrivals(arrivals: readonly Arrival[], diaries: Diaries, random: Random): Scene[] {
  const bags = new Map<string, TicketTemplate[]>();
  const regulars = new Map<string, (typeof staff)[number]>();
  return arrivals.map(({ organisation, at }, index) => ({
    key: `ticket-${index}`,
    organisation,
    template: drawTemplate(organisation, bags, random),
    consultant: (random.chance(0.55)
      ? regularOf(organisation, regulars, random)
      : weighted(staff, (one) => one.share, random)
    ).mailAddress,
    contact: random.pick(organisation.seats).mailAddress,
    createdAt: instantAt(at, random.between(1, 58)),
    random,
    diaries,
  }));
}

function drawTemplate(
  organisation: DemoOrganisation,
  bags: Map<string, TicketTemplate[]>,
  random: Random,
): TicketTemplate {
  const bag = bags.get(organisation.key) ?? [];
  if (bag.length === 0) bag.push(...random.shuffle(allTemplates[organisation.language]));
  bags.set(organisation.key, bag);
  const template = bag.pop();
  if (template === undefined) throw new Error("no problem left to tell");
  return template;
}

function regularOf(
  organisation: DemoOrganisation,
  regulars: Map<string, (typeof staff)[number]>,
  random: Random,
): (typeof staff)[number] {
  const regular = regulars.get(organisation.key) ?? weighted(staff, (one) => one.share, random);
  regulars.set(organisation.key, regular);
  return regular;
}

function drawIrregularities({ organisation, template, createdAt }: Scene, span: Span, random: Random): Irregularities {
  const isRecent = minuteAt(createdAt) > span.now - 18 * 24 * 60;
  const eveningShare = organisation.story === "night-work" ? 0.15 : 0.05;
  return {
    isWithdrawn: random.chance(0.03),
    isLeftWaiting: minuteAt(createdAt) > span.now - 60 * 60 && template.urgency !== "critical" && random.chance(0.55),
    isNeverAnswered: isRecent && template.question !== undefined && random.chance(0.3),
    isInTheEvening: random.chance(eveningShare) ? random.pick(["agreed", "agreed", "not agreed"] as const) : null,
    isDeclined: random.chance(0.15),
  };
}
