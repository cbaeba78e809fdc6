import type { Contact, Staff } from "../../../../core/access/actor.ts";
import type { WaitsFor } from "../../../../core/tickets/progress.ts";
import type { Step } from "../../../../core/tickets/step.ts";
import { agreeOutsideHours } from "../../../tickets/agree-outside-hours.ts";
import { createTicket } from "../../../tickets/create-ticket.ts";
import { moveStep } from "../../../tickets/move-step.ts";
import { pickUpTicket } from "../../../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../../../tickets/reply-to-ticket.ts";
import { setUrgency } from "../../../tickets/set-urgency.ts";
import { setWaiting } from "../../../tickets/set-waiting.ts";
import { withdrawTicket } from "../../../tickets/withdraw-ticket.ts";
import { writeNote } from "../../../tickets/write-note.ts";
import { type CarryingOut, caseOf, type InputOf, referenceOf } from "./deed.ts";

export interface TicketDeedsOfContacts {
  create: { readonly title: string; readonly description: string; readonly outsideHoursAgreed: boolean };
  withdraw: unknown;
  "agree-outside-hours": unknown;
}

export interface TicketDeedsOfStaff {
  "pick-up": unknown;
  "set-urgency": InputOf<typeof setUrgency>;
  "set-waiting": InputOf<typeof setWaiting>;
  "move-step": { readonly step: Step };
  note: { readonly body: string };
}

/** A contact's reply gives the turn to the provider, whoever it names. */
export interface TicketDeedsOfAll {
  reply: { readonly body: string; readonly waitsFor: WaitsFor };
}

export const ticketDeedsOfContacts: CarryingOut<Contact, TicketDeedsOfContacts & TicketDeedsOfAll> = {
  create: async (work, { registry, ticket }, deed) => {
    const created = await createTicket(work, { ...deed, isAdditionalConfirmed: true, attachmentIds: [] });
    if (created.ok) registry.tickets.set(ticket, created.value.reference);
    return created;
  },
  reply: async (work, place, { body }) =>
    replyToTicket(work, { reference: referenceOf(place), body, attachmentIds: [] }),
  withdraw: async (work, place) => withdrawTicket(work, { reference: referenceOf(place) }),
  "agree-outside-hours": async (work, place) => agreeOutsideHours(work, { reference: referenceOf(place) }),
};

export const ticketDeedsOfStaff: CarryingOut<Staff, TicketDeedsOfStaff & TicketDeedsOfAll> = {
  "pick-up": async (work, place) => pickUpTicket(work, { reference: referenceOf(place) }),
  "set-urgency": async (work, place, deed) => setUrgency(work, { reference: referenceOf(place), ...deed }),
  "set-waiting": async (work, place, deed) => setWaiting(work, { reference: referenceOf(place), ...deed }),
  "move-step": async (work, place, { step }) => moveStep(work, { reference: referenceOf(place), step }),
  note: async (work, place, { body }) => writeNote(work, { reference: referenceOf(place), body }),
  reply: async (work, place, { body, waitsFor }) => {
    const reference = referenceOf(place);
    return replyToTicket(work, { reference, body, attachmentIds: [], waitsFor, ...caseOf(reference) });
  },
};
