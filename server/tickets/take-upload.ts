import type { FileHandle } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { AttachmentId, OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse } from "../../core/values/result.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import { newId } from "../db/new-id.ts";
import type { FileStore } from "../files/file-store.ts";
import { attachmentKind } from "../files/kinds.ts";
import { cleanFileName } from "../files/names.ts";
import { removePosition } from "../files/remove-position.ts";
import type { TakeUpload } from "../http/read-body.ts";
import { insertWaitingUpload } from "./store-attachments.ts";
import { findTicket } from "./read-ticket.ts";
import { requireRoom, type UploadRoom, uploadRoom } from "./upload-room.ts";

const limitMegabytes = 25;

/** A photo can tell where somebody lives, so its place is removed. */
const withoutPosition =
  (name: string) =>
  async (file: FileHandle, head: Uint8Array): Promise<boolean> => {
    const kind = attachmentKind({ name, head });
    return kind.ok && kind.value.mediaType.startsWith("image/") ? removePosition(file) : false;
  };

interface Needs {
  databases: Databases;
  files: FileStore;
  systemNow: () => Temporal.Instant;
  room?: UploadRoom;
}

/**
 * Takes a file in before its form is judged, as a waiting upload. If the form is refused the person keeps it; if no
 * form claims it, the clean-up removes it after a day. Refuses `attachment-empty`, `attachment-too-large`,
 * `attachment-kind`, `no-seat`, `uploads-full`, `not-found` for an unknown ticket, `not-allowed` to the system.
 */
export function takeUpload({ databases, files, systemNow, room }: Needs): TakeUpload {
  return async ({ actor, params }, file) => {
    const name = cleanFileName(file.name);
    const wanted = { now: systemNow(), room: room ?? uploadRoom };
    if (actor.kind === "contact") {
      const before = await inTransaction(databases, actor, (tx) => requireRoom(tx, actor, { ...wanted, bytes: 1 }));
      if (!before.ok) {
        await finished(file.stream.resume());
        return before;
      }
    }
    const put = await files.put(file.stream, { limitBytes: limitMegabytes * 1024 * 1024, edit: withoutPosition(name) });
    if (!put.ok)
      return put.why === "empty"
        ? refuse({ code: "attachment-empty", name })
        : refuse({ code: "attachment-too-large", name, limitMegabytes });
    const stored = put.file;
    const kind = attachmentKind({ name, head: stored.head });
    const kept = await inTransaction(databases, actor, async (tx) => {
      if (!kind.ok || actor.kind === "system") return kind;
      if (actor.kind === "contact") {
        const fits = await requireRoom(tx, actor, { ...wanted, bytes: stored.size });
        if (!fits.ok) return fits;
      }
      const organisationId: OrganisationId | undefined =
        actor.kind === "contact"
          ? actor.organisationId
          : (await findTicket(tx, params["reference"] ?? ""))?.organisationId;
      if (organisationId === undefined) return refuse({ code: "not-found" });
      const id = newId<AttachmentId>();
      await insertWaitingUpload(tx, {
        organisationId,
        id,
        name,
        mediaType: kind.value.mediaType,
        sizeBytes: BigInt(stored.size),
        sha256: stored.sha256,
        storageKey: stored.key,
        uploadedBy: actor.personId,
        uploadedAt: systemNow(),
      });
      return accept(id);
    });
    if (kept.ok && typeof kept.value === "string") return accept(kept.value);
    await files.remove(stored.key);
    return kept.ok ? refuse({ code: "not-allowed" }) : kept;
  };
}
