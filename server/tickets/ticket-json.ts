import type { ListedTicket } from "./list-tickets.ts";
import type { AttachedFile, ReadMessage } from "./read-conversation.ts";
import type { TicketRow } from "./store.ts";

// What the API tells of a ticket: a closed list of fields, so that a column added to the table stays inside (R02).

type Listed = ListedTicket | TicketRow;

export function ticketToJson(ticket: Listed) {
  return {
    reference: ticket.reference,
    title: ticket.title,
    step: ticket.step,
    status: ticket.status,
    waitsFor: ticket.status === "open" ? ticket.waits_for : null,
    outcome: ticket.outcome,
    isPickedUp: ticket.picked_up_at !== null,
    month: ticket.month,
    numberInMonth: ticket.number_in_month,
    isAdditional: ticket.is_additional,
    spentMinutes: ticket.chargeable_minutes,
    authorisedMinutes: ticket.authorised_minutes,
    createdAt: ticket.created_at.toString(),
    closedAt: ticket.closed_at?.toString() ?? null,
    lastActivityAt: ticket.last_activity_at.toString(),
  };
}

export function messageToJson(message: ReadMessage, attachments: readonly AttachedFile[]) {
  return {
    id: message.id,
    author: message.author_name,
    isFromConsultant: message.author_is_staff,
    isSolution: message.is_solution,
    body: message.body,
    markup: message.markup,
    writtenAt: message.written_at.toString(),
    attachments: attachments.filter((file) => file.messageId === message.id).map(attachmentToJson),
  };
}

export function attachmentToJson({ id, name, mediaType, sizeBytes }: AttachedFile) {
  return { id, name, mediaType, sizeBytes };
}
