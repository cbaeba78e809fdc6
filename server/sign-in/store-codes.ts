import type { Insertable } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

type CodeRow = Tables["sign_in_codes"];

export async function insertCode(tx: Transaction, code: Insertable<CodeRow>): Promise<void> {
  await tx.insertInto("sign_in_codes").values(code).execute();
}

/** Replaces the secrets of a usable code; answers its person, or null when it is not usable or has none. */
export async function replaceCode(
  tx: Transaction,
  id: string,
  hashes: { readonly codeHash: Buffer; readonly linkHash: Buffer },
  now: Temporal.Instant,
): Promise<PersonId | null> {
  const row = await tx
    .updateTable("sign_in_codes")
    .set(hashes)
    .where("id", "=", id)
    .where("personId", "is not", null)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("personId")
    .executeTakeFirst();
  return row?.personId ?? null;
}

/** Counts an attempt at a usable code; answers the attempts so far, or null when none is left or it is not usable. */
export async function countCodeAttempt(
  tx: Transaction,
  id: string,
  { most, now }: { readonly most: number; readonly now: Temporal.Instant },
): Promise<number | null> {
  const row = await tx
    .updateTable("sign_in_codes")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .where("attempts", "<", most)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("attempts")
    .executeTakeFirst();
  return row?.attempts ?? null;
}

/** Marks a code as used, once; answers its person, or undefined when it was used before. */
export async function markCodeUsed(
  tx: Transaction,
  id: string,
  now: Temporal.Instant,
): Promise<{ readonly personId: PersonId | null } | undefined> {
  return tx
    .updateTable("sign_in_codes")
    .set({ usedAt: now })
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .returning("personId")
    .executeTakeFirst();
}

/** Deletes a person's codes, found by the address that they were mailed to. */
export async function deleteCodesOf(tx: Transaction, personId: PersonId): Promise<void> {
  await tx
    .deleteFrom("sign_in_codes")
    .where("mailAddress", "=", (query) => query.selectFrom("people").select("mailAddress").where("id", "=", personId))
    .where("personId", "=", personId)
    .execute();
}
