import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** The names of people, as far as the reader may know them. */
export async function namesOf(
  tx: Transaction,
  ids: readonly (PersonId | null)[],
): Promise<ReadonlyMap<PersonId, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom("visible_people").select(["id", "name"]).where("id", "in", wanted).execute();
  return new Map(rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const])));
}
