import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** Locks a person who has access, until the transaction ends. */
export async function lockPerson(tx: Transaction, id: PersonId) {
  return tx
    .selectFrom("people")
    .select(["name", "phone"])
    .where("id", "=", id)
    .where("deactivatedAt", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}
