import type { Insertable } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

/** Keeps a person's invitation in the place of an earlier one, whose link then works no more. */
export async function saveInvitation(tx: Transaction, invitation: Insertable<Tables["invitations"]>): Promise<void> {
  await tx
    .insertInto("invitations")
    .values(invitation)
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ ...invitation, usedAt: null }))
    .execute();
}

/** Replaces the secret of an open invitation; answers whether it is still open. */
export async function replaceToken(
  tx: Transaction,
  id: string,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable("invitations")
    .set({ tokenHash })
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the open invitation of a link up, once; answers its person, or null when it is not open. */
export async function takeInvitation(
  tx: Transaction,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<PersonId | null> {
  const row = await tx
    .updateTable("invitations")
    .set({ usedAt: now })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("personId")
    .executeTakeFirst();
  return row?.personId ?? null;
}

/** Marks a person's invitation as used, unless it was before. */
export async function closeInvitation(tx: Transaction, personId: PersonId, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ usedAt: now })
    .where("personId", "=", personId)
    .where("usedAt", "is", null)
    .execute();
}

export async function deleteInvitation(tx: Transaction, personId: PersonId): Promise<void> {
  await tx.deleteFrom("invitations").where("personId", "=", personId).execute();
}
