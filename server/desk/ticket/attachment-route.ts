import type { AttachmentId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import type { FileStore } from "../../files/file-store.ts";
import { staff } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import { type Route, route } from "../../http/route.ts";
import { answerAttachment } from "../../tickets/answer-attachment.ts";

/** The files of a ticket. */
export function attachmentRoute({ files }: { files: FileStore }): Route {
  return route({
    method: "GET",
    path: paths.desk.attachment(":reference", ":id"),
    access: staff,
    permission: "ticket.read",
    params: ofTicket.extend({ id: idOf<AttachmentId>() }),
    input: nothing,
    handle: async ({ work, params }) => answerAttachment(work, params, files),
  });
}
