import { type RawBuilder, sql } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import { isOneOf } from "../db/is-one-of.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * The name of the person in a query's column, if the reader may know it. A subquery instead of a join: the view keeps
 * its own conditions, so that a join would first compute every person who may be known.
 */
export function nameOf(column: string): RawBuilder<string | null> {
  return sql<string | null>`(select known.name from visible_people known where known.id = ${sql.ref(column)})`;
}

const knownAmong = compiled((from, ids: readonly PersonId[]) =>
  from.selectFrom("visible_people").select(["id", "name"]).where(isOneOf("id", ids)),
);

/** The names of people, as far as the reader may know them. */
export async function namesOf(
  tx: Transaction,
  ids: readonly (PersonId | null)[],
): Promise<ReadonlyMap<PersonId, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await knownAmong(tx, wanted);
  return new Map(rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const])));
}
