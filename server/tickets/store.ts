import { sql, type UpdateObject } from "kysely";
import type { TicketTerms } from "../../core/tickets/new-ticket.ts";
import type { MessageId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import type { TicketKey } from "./read-ticket.ts";
import type { PlaceInMonth } from "./store-month-counter.ts";

interface TicketToInsert {
  id: TicketId;
  reference: string;
  organisationId: OrganisationId;
  createdBy: PersonId;
  title: string;
  description: string;
  outsideHoursAgreed: boolean;
  place: PlaceInMonth;
  terms: TicketTerms;
}

/** K26-00042: the year of the ticket's month, and a number from a sequence that all organisations share. */
export async function nextReference(tx: Transaction, month: Month): Promise<string> {
  const { rows } = await sql<{ number: bigint }>`select nextval('ticket_references') as number`.execute(tx);
  return `K${month.slice(2, 4)}-${String(rows[0]?.number ?? 0).padStart(5, "0")}`;
}

export async function insertTicket(tx: Transaction, ticket: TicketToInsert): Promise<void> {
  const { place, terms } = ticket;
  await tx
    .insertInto("tickets")
    .values({
      organisationId: ticket.organisationId,
      id: ticket.id,
      reference: ticket.reference,
      title: ticket.title,
      description: ticket.description,
      createdBy: ticket.createdBy,
      createdAt: place.createdAt,
      month: place.month,
      numberInMonth: place.numberInMonth,
      isAdditional: terms.isAdditional,
      termsYear: terms.termsYear,
      startFeeMinutes: terms.startFeeMinutes,
      authorisedMinutes: terms.authorisedMinutes,
      outsideHoursAgreedAt: ticket.outsideHoursAgreed ? place.createdAt : null,
      waitingSince: place.createdAt,
      lastActivityAt: place.createdAt,
    })
    .execute();
}

export async function updateTicket(
  tx: Transaction,
  ticket: TicketKey,
  changes: UpdateObject<Tables, "tickets">,
): Promise<void> {
  await tx
    .updateTable("tickets")
    .set(changes)
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", ticket.id)
    .execute();
}

/** Keeps the version: nobody is told of this change. */
export async function setUninvoicedWork(
  tx: Transaction,
  organisationId: OrganisationId,
  { ticketIds, hasUninvoicedWork }: { readonly ticketIds: readonly TicketId[]; readonly hasUninvoicedWork: boolean },
): Promise<void> {
  await tx
    .updateTable("tickets")
    .set({ hasUninvoicedWork })
    .where("organisationId", "=", organisationId)
    .where(isOneOf("id", ticketIds))
    .execute();
}

interface MessageToInsert {
  readonly id: MessageId;
  readonly authorId: PersonId;
  readonly authorIsStaff: boolean;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
  readonly isSolution?: boolean;
}

export async function insertMessage(tx: Transaction, ticket: TicketKey, message: MessageToInsert): Promise<void> {
  await tx
    .insertInto("ticket_messages")
    .values({
      organisationId: ticket.organisationId,
      id: message.id,
      ticketId: ticket.id,
      authorId: message.authorId,
      authorIsStaff: message.authorIsStaff,
      body: message.body,
      writtenAt: message.writtenAt,
      ...(message.isSolution === true && { isSolution: true }),
    })
    .execute();
}

interface NoteToInsert {
  readonly id: string;
  readonly authorId: PersonId;
  readonly body: string;
  readonly writtenAt: Temporal.Instant;
}

export async function insertNote(tx: Transaction, ticket: TicketKey, note: NoteToInsert): Promise<void> {
  await tx
    .insertInto("ticket_notes")
    .values({
      organisationId: ticket.organisationId,
      id: note.id,
      ticketId: ticket.id,
      authorId: note.authorId,
      body: note.body,
      writtenAt: note.writtenAt,
    })
    .execute();
}
