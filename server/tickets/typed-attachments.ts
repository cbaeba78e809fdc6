import type { AttachmentId } from "../../core/values/ids.ts";
import { idOf } from "../http/params.ts";
import type { Upload } from "../http/read-input.ts";
import type { RefusedForm } from "../http/refused-form.ts";

const attachmentId = idOf<AttachmentId>();

/** What a form with files says of those that it kept: the ids of uploads that wait for it. */
export const keptAttachments = attachmentId.array().max(20).optional();

/** The uploads of a form: those it kept and those that came with it. */
export function takenIn(kept: readonly AttachmentId[] | undefined, uploads: readonly Upload[]): AttachmentId[] {
  return [...(kept ?? []), ...uploads.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))];
}

/** The same of a form that was refused, whose fields nobody has read. */
export function attachmentsOf({ fields, uploads }: Pick<RefusedForm, "fields" | "uploads">): AttachmentId[] {
  const kept = (fields["attachments[]"] ?? []).flatMap((text) => attachmentId.safeParse(text).data ?? []);
  return takenIn(kept, uploads);
}
