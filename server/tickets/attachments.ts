import type { AttachmentId, MessageId, OrganisationId, TicketId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";

interface ToAttach {
  organisationId: OrganisationId;
  ticketId: TicketId;
  messageId: MessageId | null;
  attachmentIds: readonly AttachmentId[];
}

/**
 * Ties a person's own waiting uploads to a ticket or message. Refuses `not-found` for any that is not theirs or already
 * tied.
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

export interface WaitingUpload {
  readonly id: AttachmentId;
  readonly name: string;
}

/** The person's own waiting uploads among the given ones, to show them on the form again. */
export async function listWaitingUploads(work: Work, ids: readonly AttachmentId[]): Promise<readonly WaitingUpload[]> {
  if (ids.length === 0 || work.actor.kind === "system") return [];
  return work.tx
    .selectFrom("attachments")
    .select(["id", "name"])
    .where("id", "in", ids)
    .where("uploadedBy", "=", work.actor.personId)
    .where("ticketId", "is", null)
    .orderBy("name")
    .execute();
}
