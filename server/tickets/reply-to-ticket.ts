import type { Contact, Staff } from "../../core/access/actor.ts";
import { decideReply, type WaitsFor } from "../../core/tickets/progress.ts";
import type { AttachmentId, MessageId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { attachUploads } from "./store-attachments.ts";
import { decideTurn } from "./set-waiting.ts";
import { insertMessage } from "./store.ts";
import { saveTicket } from "./save-ticket.ts";
import { stateOf } from "./read-ticket.ts";

export interface Reply {
  readonly reference: string;
  readonly body: string;
  readonly attachmentIds: readonly AttachmentId[];
  /** The next turn, by the consultant. A customer's reply always gives it to the provider. */
  readonly waitsFor?: WaitsFor;
  /** Microsoft's case number, for Microsoft's turn. Without one the known number stays. (S2) */
  readonly caseNumber?: string | null;
}

/**
 * Writes in a ticket's conversation, as contact or consultant (P3, D1). Refuses `not-found`, `no-seat`,
 * `ticket-closed`, `case-number-needed`.
 */
export async function replyToTicket(
  work: Work<Contact | Staff>,
  { reference, body, attachmentIds, waitsFor, caseNumber = null }: Reply,
): Promise<Result<{ messageId: MessageId }>> {
  const locked = await lockTicket(work, reference, "ticket.reply");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const isStaff = work.actor.kind !== "contact";
  const now = work.now();
  const turn = decideReply(stateOf(ticket), { isStaff, waitsFor: waitsFor ?? null }, now);
  if (!turn.ok) return turn;
  const waiting = isStaff ? decideTurn(ticket, { waitsFor: turn.value.waitsFor, caseNumber }, now) : null;
  if (waiting !== null && !waiting.ok) return waiting;
  const messageId = newId<MessageId>();
  await insertMessage(work.tx, ticket, {
    id: messageId,
    authorId: work.actor.personId,
    authorIsStaff: isStaff,
    body,
    writtenAt: now,
  });
  const attached = await attachUploads(work, { organisationId, ticketId: ticket.id, messageId, attachmentIds });
  if (!attached.ok) return attached;
  await saveTicket(work.tx, ticket, {
    waitsFor: turn.value.waitsFor,
    waitingSince: turn.value.waitingSince,
    lastActivityAt: now,
    ...(waiting !== null && waiting.value.caseNumber !== null && { microsoftCase: waiting.value.caseNumber }),
  });
  const payload = {
    messageId,
    body,
    isStaff,
    waitsFor: turn.value.waitsFor,
    caseNumber: waiting?.value.caseNumber ?? null,
    attachments: attachmentIds.length,
  };
  await recordEvent(work, { kind: "ticket-replied", organisationId, subject: ticket.id, payload });
  return accept({ messageId });
}
