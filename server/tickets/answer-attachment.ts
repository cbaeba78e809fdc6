import { can } from "../../core/access/can.ts";
import type { AttachmentId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";
import type { FileStore } from "../files/file-store.ts";
import { kindOf } from "../files/kinds.ts";
import { afterwards, type Answer, download, refused } from "../http/answer.ts";
import { findAttachment } from "./read-conversation.ts";

/** A file of a ticket, opened after the transaction. Pictures are shown in the page. */
export async function answerAttachment(
  { tx, actor }: Work,
  { reference, id }: { readonly reference: string; readonly id: AttachmentId },
  files: FileStore,
): Promise<Answer> {
  const file = await findAttachment(tx, reference, id);
  if (file === undefined || !can(actor, "ticket.read", { organisationId: file.organisationId }))
    return refused({ code: "not-found" });
  const { mediaType, isPicture } = kindOf(file.mediaType);
  return afterwards(async () =>
    download({ name: file.name, mediaType, inline: isPicture, body: await files.open(file.storageKey) }),
  );
}
