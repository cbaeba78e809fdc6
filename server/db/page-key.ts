import { sql, type Expression, type SqlBool } from "kysely";

/** Where a page of a list ended: the moment it is ordered by and the id that parts equal moments. */
export interface PageKey<Id extends string = string> {
  readonly at: Temporal.Instant;
  readonly id: Id;
}

const pattern =
  /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function writePageKey({ at, id }: PageKey): string {
  return `${at.toString()}_${id}`;
}

/** A key read back from an address; null for none and for one that we did not write. */
export function readPageKey(text: string | undefined): PageKey | null {
  const [, at, id] = pattern.exec(text ?? "") ?? [];
  if (at === undefined || id === undefined) return null;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return null;
  }
}

/** Rows that come after a key in a list ordered by a moment and an id, both descending. */
export function isBefore(columns: { at: string; id: string }, key: PageKey): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) < (${key.at.toString()}::timestamptz, ${key.id}::uuid)`;
}
