import { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import { outcomes } from "../../core/tickets/outcome.ts";
import { urgencies } from "../../core/tickets/progress.ts";
import { steps } from "../../core/tickets/step.ts";
import { ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import { waitings } from "../../core/tickets/turn.ts";
import { id, instant, month } from "../http/answer-fields.ts";
import { abilitiesOf, namesOfDeeds } from "../../core/access/abilities.ts";
import type { ListedTicket } from "./list-tickets.ts";
import type { AttachedFile, ReadMessage } from "./read-conversation.ts";
import type { TicketRow } from "./read-ticket.ts";

// What the API tells of a ticket: a closed list of fields, so that a column added to the table stays inside (R02).

type Listed = ListedTicket | TicketRow;

export const ticketShape = z.strictObject({
  reference: z.string(),
  title: z.string(),
  step: z.enum(steps),
  status: z.enum(["open", "closed"]),
  waitsFor: z.enum(waitings).nullable(),
  outcome: z.enum(outcomes).nullable(),
  isPickedUp: z.boolean(),
  month,
  numberInMonth: z.int(),
  isAdditional: z.boolean(),
  spentMinutes: z.int(),
  authorisedMinutes: z.int(),
  createdAt: instant,
  closedAt: instant.nullable(),
  lastActivityAt: instant,
});

export function ticketToJson(ticket: Listed): z.input<typeof ticketShape> {
  return {
    reference: ticket.reference,
    title: ticket.title,
    step: ticket.step,
    status: ticket.status,
    waitsFor: ticket.status === "open" ? ticket.waitsFor : null,
    outcome: ticket.outcome,
    isPickedUp: ticket.pickedUpAt !== null,
    month: ticket.month,
    numberInMonth: ticket.numberInMonth,
    isAdditional: ticket.isAdditional,
    spentMinutes: ticket.chargeableMinutes,
    authorisedMinutes: ticket.authorisedMinutes,
    createdAt: ticket.createdAt.toString(),
    closedAt: ticket.closedAt?.toString() ?? null,
    lastActivityAt: ticket.lastActivityAt.toString(),
  };
}

/** One ticket with the facts that a list leaves out. */
export const wholeTicketShape = ticketShape.extend({
  /** The urgency with its reason; null until a consultant gives one to the customer. */
  explainedUrgency: z.strictObject({ level: z.enum(urgencies), reason: z.string() }).nullable(),
  /** What the reader may do to the ticket as it is now, by the names of the table of roles. */
  abilities: z.array(z.enum(namesOfDeeds(ticketDeeds))),
});

export function wholeTicketToJson(ticket: TicketRow, reader: Actor): z.input<typeof wholeTicketShape> {
  const { urgency, urgencyReason } = ticket;
  return {
    ...ticketToJson(ticket),
    explainedUrgency: urgency === null || urgencyReason === null ? null : { level: urgency, reason: urgencyReason },
    abilities: [...abilitiesOf(ticketDeeds, reader, ticket)],
  };
}

export const attachmentShape = z.strictObject({
  id,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
});

export function attachmentToJson({ id: attachmentId, name, mediaType, sizeBytes }: AttachedFile) {
  return { id: attachmentId, name, mediaType, sizeBytes };
}

export const messageShape = z.strictObject({
  id,
  author: z.string().nullable(),
  isFromConsultant: z.boolean(),
  isSolution: z.boolean(),
  body: z.string(),
  markup: z.enum(["as-typed", "markdown"]),
  writtenAt: instant,
  attachments: z.array(attachmentShape),
});

export function messageToJson(
  message: ReadMessage,
  attachments: readonly AttachedFile[],
): z.input<typeof messageShape> {
  return {
    id: message.id,
    author: message.authorName,
    isFromConsultant: message.authorIsStaff,
    isSolution: message.isSolution,
    body: message.body,
    markup: message.markup,
    writtenAt: message.writtenAt.toString(),
    attachments: attachments.filter((file) => file.messageId === message.id).map(attachmentToJson),
  };
}
