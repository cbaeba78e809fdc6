import { sql } from "kysely";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Logger } from "../logger.ts";
import { forgetMails } from "../mail/forget-mails.ts";

interface CleanUp {
  readonly databases: Databases;
  readonly files: FileStore;
  readonly log: Logger;
  readonly systemNow: () => Temporal.Instant;
}

const system = { kind: "system" } as const;
const most = 500;

/**
 * The daily job that removes used-up things: uploads without a form, codes, counts of attempts, old invitations,
 * known browsers, kept forms, answers for repeated requests, old mails.
 */
export async function cleanUp(services: CleanUp): Promise<void> {
  const now = services.systemNow();
  const uploads = await removeWaitingUploads(services, now.subtract({ hours: 24 }));
  await inTransaction(services.databases, system, async (tx) => {
    await tx
      .deleteFrom("sign_in_codes")
      .where("expiresAt", "<", now.subtract({ hours: 24 }))
      .execute();
    await tx
      .deleteFrom("rate_limits")
      .where("windowStartedAt", "<", now.subtract({ hours: 24 }))
      .execute();
    await tx
      .deleteFrom("invitations")
      .where("expiresAt", "<", now.subtract({ hours: 24 * 90 }))
      .execute();
    await tx.deleteFrom("known_browsers").where("expiresAt", "<", now).execute();
    await tx
      .deleteFrom("kept_forms")
      .where("keptAt", "<", now.subtract({ hours: 1 }))
      .execute();
    await tx
      .deleteFrom("idempotency_keys")
      .where("createdAt", "<", now.subtract({ hours: 24 * 7 }))
      .execute();
    await forgetMails(tx, now);
    await sql`select forget_refused_accesses()`.execute(tx);
  });
  services.log.info({ uploads }, "cleaned up");
}

/** Rows go first. A file without a row only takes room; a row without a file is a broken page. */
async function removeWaitingUploads({ databases, files }: CleanUp, before: Temporal.Instant): Promise<number> {
  const removed = await inTransaction(databases, system, async (tx) => {
    const stale = await tx
      .selectFrom("attachments")
      .select(["organisationId", "id"])
      .where("ticketId", "is", null)
      .where("uploadedAt", "<", before)
      .orderBy("uploadedAt")
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    if (stale.length === 0) return [];
    return tx
      .deleteFrom("attachments")
      .where("ticketId", "is", null)
      .where(
        "id",
        "in",
        stale.map(({ id }) => id),
      )
      .returning("storageKey")
      .execute();
  });
  for (const { storageKey: key } of removed) await files.remove(key);
  return removed.length;
}
