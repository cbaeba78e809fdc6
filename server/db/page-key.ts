import { sql, type Expression, type SqlBool } from "kysely";

/** The end of a page of a list: the moment that orders it, and the id for equal moments. */
export interface PageKey<Id extends string = string> {
  readonly at: Temporal.Instant;
  readonly id: Id;
}

const pattern =
  /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** A key as an address carries it. `readPageKey` reads it. */
export function writePageKey({ at, id }: PageKey): string {
  return `${at.toString()}_${id}`;
}

/** The key in an address; null for none and for a foreign one. */
export function readPageKey(text: string | undefined): PageKey | null {
  const [, at, id] = pattern.exec(text ?? "") ?? [];
  if (at === undefined || id === undefined) return null;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return null;
  }
}

/** The rows of a page, from a query for one row more, and the key of the next page, if there is one. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (last: Row) => { readonly at: Temporal.Instant | null; readonly id: string },
): { readonly shown: Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { shown, next: null };
  const { at, id } = keyOf(last);
  return { shown, next: at === null ? null : writePageKey({ at, id }) };
}

/** Rows after a key in a list ordered by a moment and an id, both ascending. */
export function isAfter(columns: { at: string; id: string }, key: PageKey): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) > (${key.at}::timestamptz, ${key.id}::uuid)`;
}

/** Rows after a key in a list ordered by a moment and an id, both descending. */
export function isBefore(columns: { at: string; id: string }, key: PageKey): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) < (${key.at}::timestamptz, ${key.id}::uuid)`;
}
