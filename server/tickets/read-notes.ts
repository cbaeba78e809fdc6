import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "./store.ts";

/** The newest notes of a ticket, oldest first; only the desk's role may read them. */
export async function listNotes(tx: Transaction, ticket: TicketKey, limit: number) {
  const rows = await tx
    .selectFrom("ticket_notes")
    .leftJoin("people", "people.id", "author_id")
    .select(["ticket_notes.id", "body", "markup", "written_at", "people.name as author_name"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .orderBy("written_at", "desc")
    .orderBy("ticket_notes.id", "desc")
    .limit(limit)
    .execute();
  return rows.toReversed();
}

export type ReadNote = Awaited<ReturnType<typeof listNotes>>[number];
