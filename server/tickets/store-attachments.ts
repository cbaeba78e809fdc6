import type { Insertable } from "kysely";
import type { AttachmentId, MessageId, OrganisationId, TicketId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import type { Work } from "../events/work.ts";

/** Keeps an upload until a form claims it. */
export async function insertWaitingUpload(
  tx: Transaction,
  upload: Omit<Insertable<Tables["attachments"]>, "ticketId" | "messageId">,
): Promise<void> {
  await tx
    .insertInto("attachments")
    .values({ ...upload, ticketId: null, messageId: null })
    .execute();
}

interface ToAttach {
  organisationId: OrganisationId;
  ticketId: TicketId;
  messageId: MessageId | null;
  attachmentIds: readonly AttachmentId[];
}

/**
 * Ties a person's own waiting uploads to a ticket or message. Refuses `not-found` for any that is not theirs or already
 * tied, and `not-allowed` to the system, which has none.
 */
export async function attachUploads(
  work: Work,
  { organisationId, ticketId, messageId, attachmentIds }: ToAttach,
): Promise<Result<null>> {
  if (attachmentIds.length === 0) return accept(null);
  if (work.actor.kind === "system") return refuse({ code: "not-allowed" });
  const { numUpdatedRows } = await work.tx
    .updateTable("attachments")
    .set({ ticketId, messageId })
    .where("organisationId", "=", organisationId)
    .where("id", "in", attachmentIds)
    .where("uploadedBy", "=", work.actor.personId)
    .where("ticketId", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === new Set(attachmentIds).size ? accept(null) : refuse({ code: "not-found" });
}
