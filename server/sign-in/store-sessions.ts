import type { Insertable, Updateable } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

type SessionRow = Tables["sessions"];

export async function insertSession(tx: Transaction, session: Insertable<SessionRow>): Promise<void> {
  await tx.insertInto("sessions").values(session).execute();
}

export async function updateSession(tx: Transaction, id: string, changes: Updateable<SessionRow>): Promise<void> {
  await tx.updateTable("sessions").set(changes).where("id", "=", id).execute();
}

/** Ends a session, unless it has ended. */
export async function closeSession(tx: Transaction, sessionId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("sessions")
    .set({ revokedAt: now })
    .where("id", "=", sessionId)
    .where("revokedAt", "is", null)
    .execute();
}

/** Ends all sessions of a person. */
export async function closeSessionsOf(tx: Transaction, personId: PersonId, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("sessions")
    .set({ revokedAt: now })
    .where("personId", "=", personId)
    .where("revokedAt", "is", null)
    .execute();
}
