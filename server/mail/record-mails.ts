import type { Transaction } from "../db/connect.ts";
import type { NewMail } from "./due-mail.ts";
import { insertMails } from "./store.ts";

/** Records the receivers of a mail, each once. Answers the ids of the new ones. */
export async function recordMails(
  tx: Transaction,
  mails: readonly NewMail[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  return insertMails(
    tx,
    mails.map(({ id, kind, organisationId, aboutId, personId, endsAt }) => ({
      id,
      kind,
      organisationId,
      aboutId,
      personId,
      madeAt: now,
      waitingSince: now,
      endsAt,
      nextTryAt: now,
    })),
  );
}
