import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "./read-ticket.ts";

const selectNotes = compiled((from, ticket: TicketKey, limit: number) =>
  from
    .selectFrom("ticket_notes")
    .leftJoin("people", "people.id", "authorId")
    .select(["ticket_notes.id", "body", "markup", "writtenAt", "people.name as authorName"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .orderBy("writtenAt", "desc")
    .orderBy("ticket_notes.id", "desc")
    .limit(limit),
);

/** The newest notes of a ticket, oldest first; only the desk's role may read them. */
export async function listNotes(tx: Transaction, ticket: TicketKey, limit: number) {
  const rows = await selectNotes(tx, ticket, limit);
  return rows.toReversed();
}

export type ReadNote = Awaited<ReturnType<typeof listNotes>>[number];
