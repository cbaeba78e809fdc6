import { sql, type Updateable } from "kysely";
import type { TicketTerms } from "../../core/tickets/new-ticket.ts";
import type { MessageId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import type { Subject } from "../events/changes.ts";
import type { Tables } from "../db/tables.ts";
import type { PlaceInMonth } from "./month-counter.ts";

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

/** K26-00042: the year of the ticket's month, and a number from a sequence that every organisation shares. */
export async function nextReference(tx: Transaction, month: Month): Promise<string> {
  const { rows } = await sql<{ number: bigint }>`select nextval('ticket_references') as number`.execute(tx);
  return `K${month.slice(2, 4)}-${String(rows[0]?.number ?? 0).padStart(5, "0")}`;
}

export async function insertTicket(tx: Transaction, ticket: TicketToInsert): Promise<void> {
  const { place, terms } = ticket;
  await tx
    .insertInto("tickets")
    .values({
      organisation_id: ticket.organisationId,
      id: ticket.id,
      reference: ticket.reference,
      title: ticket.title,
      description: ticket.description,
      created_by: ticket.createdBy,
      created_at: place.createdAt,
      month: place.month,
      number_in_month: place.numberInMonth,
      is_additional: terms.isAdditional,
      terms_year: terms.termsYear,
      start_fee_minutes: terms.startFeeMinutes,
      authorised_minutes: terms.authorisedMinutes,
      outside_hours_agreed_at: ticket.outsideHoursAgreed ? place.createdAt : null,
      waiting_since: place.createdAt,
      last_activity_at: place.createdAt,
    })
    .execute();
}

/** One ticket by its reference, within what the transaction's role may see. `lock` holds it until the end (R12). */
export async function findTicket(tx: Transaction, reference: string, options: { lock?: boolean } = {}) {
  const query = tx.selectFrom("tickets").selectAll().where("reference", "=", reference);
  return options.lock === true ? query.forUpdate().executeTakeFirst() : query.executeTakeFirst();
}

export type TicketRow = NonNullable<Awaited<ReturnType<typeof findTicket>>>;
/** What a row of a ticket is found by. */
export type TicketKey = Pick<TicketRow, "organisation_id" | "id">;

/** A ticket in its organisation's chain of events. */
export function subjectOf(ticket: TicketKey): Subject {
  return { organisationId: ticket.organisation_id, subject: ticket.id };
}

/** Changes a ticket that this transaction has locked, and its version with it. */
export async function saveTicket(
  tx: Transaction,
  ticket: TicketKey,
  changes: Updateable<Tables["tickets"]>,
): Promise<void> {
  await tx
    .updateTable("tickets")
    .set({ ...changes, version: sql`version + 1` })
    .where("organisation_id", "=", ticket.organisation_id)
    .where("id", "=", ticket.id)
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
      organisation_id: ticket.organisation_id,
      id: message.id,
      ticket_id: ticket.id,
      author_id: message.authorId,
      author_is_staff: message.authorIsStaff,
      body: message.body,
      written_at: message.writtenAt,
      ...(message.isSolution === true && { is_solution: true }),
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
      organisation_id: ticket.organisation_id,
      id: note.id,
      ticket_id: ticket.id,
      author_id: note.authorId,
      body: note.body,
      written_at: note.writtenAt,
    })
    .execute();
}
