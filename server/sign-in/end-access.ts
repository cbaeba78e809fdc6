import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { deleteCodesOf } from "./store-codes.ts";
import { deleteInvitation } from "./store-invitations.ts";
import { closeSessionsOf } from "./store-sessions.ts";

/**
 * Ends every way in of a person who may no longer act: sessions, and with them open streams (R03), codes that are under
 * way, and an invitation. None of them works again when the person may act once more.
 */
export async function endAccess(tx: Transaction, personId: PersonId, systemNow: Temporal.Instant): Promise<void> {
  await closeSessionsOf(tx, personId, systemNow);
  await deleteCodesOf(tx, personId);
  await deleteInvitation(tx, personId);
}
