import type { Insertable, Updateable } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertPerson(tx: Transaction, person: Insertable<Tables["people"]>): Promise<void> {
  await tx.insertInto("people").values(person).execute();
}

export async function updatePerson(
  tx: Transaction,
  id: PersonId,
  changes: Updateable<Tables["people"]>,
): Promise<void> {
  await tx.updateTable("people").set(changes).where("id", "=", id).execute();
}
