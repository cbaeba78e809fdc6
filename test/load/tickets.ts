import { localDateIn } from "../../core/calendar/local-time.ts";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { Urgency } from "../../core/tickets/progress.ts";
import type { ResolvedOutcome } from "../../core/tickets/outcome.ts";
import { type Step, steps } from "../../core/tickets/step.ts";
import type { Waiting } from "../../core/tickets/turn.ts";
import { allTemplates } from "../../server/demo/content/templates.ts";
import type { TicketTemplate } from "../../server/demo/content/template.ts";
import { addAuthorisation } from "./authorisations.ts";
import { addConversation } from "./conversation.ts";
import { type Customer, day, itemAt, type Loading, minute, textOfTime } from "./loading.ts";
import type { Slot } from "./plan.ts";
import { fillText } from "./texts.ts";
import { addTime, type LoggedTime } from "./time-entries.ts";

/** A ticket whose parts are being made. Moments are milliseconds since 1970. */
export interface LoadedTicket {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly slot: Slot;
  readonly template: TicketTemplate;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly consultant: string;
  readonly numberInMonth: number;
  readonly outsideHoursAgreedAt: number | null;
  readonly closedAt: number | null;
  readonly outcome: ResolvedOutcome | "withdrawn" | null;
  /** Null for a closed one. */
  readonly waitsFor: Waiting | null;
  readonly isPickedUp: boolean;
}

/** A ticket with what is charged for it. */
export interface ChargedWork extends LoggedTime {
  readonly ticket: LoadedTicket;
  readonly quote: { readonly id: string; readonly cents: bigint } | null;
}

const waitingShares: readonly Waiting[] = [
  ...Array<Waiting>(9).fill("provider"),
  ...Array<Waiting>(5).fill("customer"),
  ...Array<Waiting>(2).fill("authorisation"),
  ...Array<Waiting>(2).fill("microsoft"),
  ...Array<Waiting>(2).fill("planning"),
];
const urgencies: readonly (Urgency | null)[] = [null, "low", "normal", "normal", "normal", "high", "critical"];

/** Adds a ticket with everything that belongs to it. Answers what of it is charged. */
export function addTicket(
  loading: Loading,
  customer: Customer,
  { slot: own, numberInMonth }: { readonly slot: Slot; readonly numberInMonth: number },
): ChargedWork {
  const { chance, house, rows, plan } = loading;
  const evening = chance.chance(0.03) ? plan.evening(own) : null;
  const slot = evening ?? own;
  const createdAt = slot.start;
  const template = chance.pick(allTemplates[customer.language]);
  const life = lifeOf(loading, slot);
  const ticket: LoadedTicket = {
    id: chance.id(createdAt),
    reference: `K${slot.month.slice(2, 4)}-${String(slot.place + 1).padStart(5, "0")}`,
    title: fillText(chance.pick(template.titles), customer, chance),
    slot,
    template,
    createdAt,
    createdBy: chance.pick(customer.contacts),
    consultant: itemAt(house.consultants, slot.consultant),
    numberInMonth,
    outsideHoursAgreedAt: evening === null ? null : createdAt,
    ...life,
  };
  const time = addTime(loading, customer, ticket);
  const authorisation = addAuthorisation(loading, customer, ticket);
  const lastMessageAt = addConversation(loading, customer, ticket);
  tellLife(loading, customer, ticket);
  const { closedAt, outcome, waitsFor } = ticket;
  const lastActivity = closedAt ?? Math.max(createdAt, lastMessageAt);
  const urgency = template.urgency === "low" ? "low" : chance.pick(urgencies);
  const terms = house.termsOf.get(Number(slot.month.slice(0, 4)));
  rows.add("tickets", {
    organisationId: customer.id,
    id: ticket.id,
    reference: ticket.reference,
    title: ticket.title,
    description: fillText(chance.pick(template.descriptions), customer, chance),
    createdBy: ticket.createdBy,
    createdAt: textOfTime(createdAt),
    month: slot.month,
    numberInMonth,
    isAdditional: false,
    termsYear: Number(slot.month.slice(0, 4)),
    startFeeMinutes: terms?.startFeeMinutes ?? 0,
    authorisedMinutes: (terms?.authorisedMinutes ?? 0) + authorisation.addedMinutes,
    administrationMinutes: time.minutes.administration,
    researchMinutes: time.minutes.research,
    resolutionMinutes: time.minutes.resolution,
    notChargedMinutes: time.notChargedMinutes,
    outsideHoursAgreedAt: ticket.outsideHoursAgreedAt === null ? null : textOfTime(ticket.outsideHoursAgreedAt),
    step: stepOf(ticket, chance.pick(steps)),
    status: closedAt === null ? "open" : "closed",
    waitsFor: waitsFor ?? "provider",
    waitingSince: textOfTime(waitsFor === "provider" ? createdAt : lastActivity),
    urgency: ticket.isPickedUp ? urgency : null,
    urgencyReason: ticket.isPickedUp && urgency === "critical" ? "Niemand kan verder werken." : null,
    assigneeId: ticket.isPickedUp ? ticket.consultant : null,
    pickedUpAt: ticket.isPickedUp ? textOfTime(createdAt + minute) : null,
    outcome,
    closedAt: closedAt === null ? null : textOfTime(closedAt),
    hasUninvoicedWork: !plan.invoiced.has(slot.month),
    lastActivityAt: textOfTime(lastActivity),
    version: 4,
    followUpOn: followUpOf(ticket, plan.now, chance.chance(0.5)),
  });
  return { ticket, ...time, quote: authorisation.quote };
}

/** Nearly all are closed; one in four of the last weeks is open, and hardly any older one. */
function lifeOf({ chance, plan }: Loading, slot: Slot): Pick<LoadedTicket, LifeKey> {
  const isOpen = chance.chance(slot.place > plan.tickets * 0.94 ? 0.25 : 0.002);
  if (!isOpen) {
    const last = slot.start + slot.minutes * minute;
    const closedAt = Math.min(last + chance.between(1, 48 * 60) * minute, plan.now - minute);
    const outcome = chance.pick([...Array<"solved">(16).fill("solved"), ...rare]);
    return { closedAt, outcome, waitsFor: null, isPickedUp: true };
  }
  const waitsFor = chance.pick(waitingShares);
  return { closedAt: null, outcome: null, waitsFor, isPickedUp: waitsFor !== "provider" || chance.chance(0.6) };
}

type LifeKey = "closedAt" | "outcome" | "waitsFor" | "isPickedUp";

const rare = ["workaround", "redesign", "escalated", "not-solved", "withdrawn"] as const;

function stepOf({ closedAt, isPickedUp }: LoadedTicket, picked: Step): Step {
  if (closedAt !== null) return "resolution";
  return isPickedUp ? picked : "administration";
}

/** A date to look at the ticket again, if it waits for somebody else. */
function followUpOf({ waitsFor }: LoadedTicket, now: number, isNoted: boolean): string | null {
  if (waitsFor === null || waitsFor === "provider" || !isNoted) return null;
  return localDateIn(Temporal.Instant.fromEpochMilliseconds(now + 2 * day), timeZone).toString();
}

/** The events of the ticket itself. */
function tellLife({ chance, house }: Loading, { happenings, contacts }: Customer, ticket: LoadedTicket): void {
  const { createdAt, consultant, isPickedUp, closedAt, outcome, id } = ticket;
  const by = (actor: "contact" | "consultant", personId: string, at: number) => ({
    id: chance.id<string>(at),
    at,
    actor,
    personId,
    subject: id,
  });
  const { reference, title, numberInMonth } = ticket;
  const pickupAim = house.termsOf.get(Number(ticket.slot.month.slice(0, 4)))?.pickupAim;
  const outsideHoursAgreed = ticket.outsideHoursAgreedAt !== null;
  const payload = { id, reference, title, numberInMonth, isAdditional: false, outsideHoursAgreed, pickupAim };
  happenings.push({ ...by("contact", ticket.createdBy, createdAt), kind: "ticket-created", payload });
  if (!isPickedUp) return;
  const pickedUp = { by: consultant, before: null, isFirst: true };
  const at = createdAt + minute;
  const taken = { ...by("consultant", consultant, at), isVisible: true, payload: pickedUp };
  happenings.push({ ...taken, kind: "ticket-picked-up" });
  if (closedAt === null) return;
  const moved = { before: "administration", after: "resolution" };
  const middle = createdAt + Math.floor((closedAt - createdAt) / 2);
  happenings.push({ ...by("consultant", consultant, middle), kind: "ticket-step-moved", payload: moved });
  if (outcome !== "withdrawn") return;
  const withdrawn = { reference, title, isStartFeeWaived: false };
  happenings.push({ ...by("contact", contacts[0], closedAt), kind: "ticket-withdrawn", payload: withdrawn });
}
