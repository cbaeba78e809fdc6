import { sql } from "kysely";
import type { TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { type BoardRow, rowsOf } from "./board.ts";

const mostFound = 50;
/** The number of tickets in which a common word is looked for first. */
const recently = 2000;

/**
 * The tickets with all words of a text in their reference, title or description, last active first, at most fifty.
 * Common words are met soon on the way back in time. Only if they are not, the index of words is asked for all tickets
 * with them, which are few then. Each alone would read too much: the first for a word that nobody wrote, the second for
 * a word that everybody writes.
 */
export async function searchTickets(tx: Transaction, text: string): Promise<readonly BoardRow[]> {
  const recent = await findRecent(tx, text);
  const found = recent.length === mostFound ? recent : await findAll(tx, text);
  if (found.length === 0) return [];
  return rowsOf(tx.selectFrom("tickets").where("tickets.id", "in", found))
    .orderBy("tickets.lastActivityAt", "desc")
    .orderBy("tickets.id", "desc")
    .execute();
}

const hasWords = (text: string) =>
  sql`to_tsvector('simple', reference || ' ' || title || ' ' || description) @@ websearch_to_tsquery('simple', ${text})`;

async function findRecent(tx: Transaction, text: string): Promise<readonly TicketId[]> {
  const { rows } = await sql<{ id: TicketId }>`
    with recent as materialized (
      select id, reference, title, description, last_activity_at from tickets order by last_activity_at desc, id desc limit ${recently})
    select id from recent where ${hasWords(text)} order by last_activity_at desc, id desc limit ${mostFound}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

async function findAll(tx: Transaction, text: string): Promise<readonly TicketId[]> {
  const { rows } = await sql<{ id: TicketId }>`
    with found as materialized (select id, last_activity_at from tickets where ${hasWords(text)})
    select id from found order by last_activity_at desc, id desc limit ${mostFound}`.execute(tx);
  return rows.map(({ id }) => id);
}
