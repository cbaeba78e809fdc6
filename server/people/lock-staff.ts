import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Locks everybody who is an administrator, then one person of staff, also a suspended one. Whoever changes access waits
 * here for whoever else does, so that two cannot take away the last administrators from each other.
 */
export async function lockStaff(tx: Transaction, id: PersonId) {
  const administrators = await tx
    .selectFrom("people")
    .select("id")
    .where("staffRole", "=", "administrator")
    .where("staffRole", "is not", null)
    .where("deactivatedAt", "is", null)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const member = await tx
    .selectFrom("people")
    .selectAll()
    .where("id", "=", id)
    .where("staffRole", "is not", null)
    .$narrowType<{ staffRole: "consultant" | "administrator" }>()
    .forNoKeyUpdate()
    .executeTakeFirst();
  return { administrators: administrators.map((each) => each.id), member };
}
