import { sql } from "kysely";
import { z } from "zod";
import type { TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import { type BoardRow, rowsOf } from "./board.ts";

const mostFound = 50;
/** A ticket whose words are taken apart costs as much as so many that the index of words names. */
const costOfReading = 12;
/** The way back in time may be so many times longer than a word's share of the tickets lets expect. */
const patience = 4;

const explained = z.tuple([
  z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number().positive() }) })]) }),
]);

/**
 * The tickets with all words of a text in their reference, title or description, last active first, at most fifty. The
 * index of words names all tickets with them, which is short for a rare word. A common word is met soon on the way back
 * in time. PostgreSQL's own statistics tell which of both reads less; each alone would read too much for some word.
 */
export async function searchTickets(tx: Transaction, text: string): Promise<readonly BoardRow[]> {
  const way = await lengthOfWayBack(tx, text);
  const recent = way === null ? [] : await findOnWayBack(tx, text, way);
  const found = recent.length === mostFound ? recent : await findByIndex(tx, text);
  if (found.length === 0) return [];
  return rowsOf(tx.selectFrom("tickets").where(isOneOf("tickets.id", found)))
    .orderBy("tickets.lastActivityAt", "desc")
    .orderBy("tickets.id", "desc")
    .execute();
}

const hasWords = (text: string) =>
  sql`to_tsvector('simple', reference || ' ' || title || ' ' || description) @@ websearch_to_tsquery('simple', ${text})`;

/** The tickets that are looked at back in time for a common word; null for a word that is not common. */
async function lengthOfWayBack(tx: Transaction, text: string): Promise<number | null> {
  const [{ rows: plans }, { rows: sizes }] = await Promise.all([
    sql`explain (format json) select from tickets where ${hasWords(text)}`.execute(tx),
    sql<{ rows: number }>`select reltuples::float8 as rows from pg_class where oid = 'tickets'::regclass`.execute(tx),
  ]);
  const expected = explained.parse(plans)[0]["QUERY PLAN"][0].Plan["Plan Rows"];
  const way = (mostFound * (sizes[0]?.rows ?? 0)) / expected;
  return way > 0 && way * costOfReading < expected ? Math.ceil(way * patience) : null;
}

async function findOnWayBack(tx: Transaction, text: string, length: number): Promise<readonly TicketId[]> {
  const { rows } = await sql<{ id: TicketId }>`
    select id from (select id, reference, title, description, last_activity_at from tickets
      order by last_activity_at desc, id desc limit ${length}) as recent
    where ${hasWords(text)} order by last_activity_at desc, id desc limit ${mostFound}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function findByIndex(tx: Transaction, text: string): Promise<readonly TicketId[]> {
  const { rows } = await sql<{ id: TicketId }>`
    with found as materialized (select id, last_activity_at from tickets where ${hasWords(text)})
    select id from found order by last_activity_at desc, id desc limit ${mostFound}`.execute(tx);
  return rows.map(({ id }) => id);
}
