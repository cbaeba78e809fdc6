import type { AttachmentId } from "../../core/values/ids.ts";
import { idOf } from "../http/params.ts";
import type { Upload } from "../http/read-input.ts";
import type { RefusedForm } from "../http/refused-form.ts";

const attachmentId = idOf<AttachmentId>();

/** The field of a form with its kept files: the ids of waiting uploads. */
export const keptAttachments = attachmentId.array().max(20).optional();

/** All uploads of a form: the kept and the new ones. */
export function takenIn(kept: readonly AttachmentId[] | undefined, uploads: readonly Upload[]): AttachmentId[] {
  return [...(kept ?? []), ...uploads.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))];
}

/** All uploads of a refused form, whose fields were not parsed. */
export function attachmentsOf({ fields, uploads }: Pick<RefusedForm, "fields" | "uploads">): AttachmentId[] {
  const kept = (fields["attachments[]"] ?? []).flatMap((text) => attachmentId.safeParse(text).data ?? []);
  return takenIn(kept, uploads);
}
