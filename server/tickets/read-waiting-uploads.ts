import type { AttachmentId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";

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
