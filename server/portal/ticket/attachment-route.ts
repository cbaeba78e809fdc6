import type { AttachmentId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import type { FileStore } from "../../files/file-store.ts";
import { contacts } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import { type Route, route } from "../../http/route.ts";
import { answerAttachment } from "../../tickets/answer-attachment.ts";

/** Files of the organisation's own tickets. Pictures are shown, all others are downloaded (R04). */
export function portalAttachmentRoute({ files }: { files: FileStore }): Route {
  return route({
    method: "GET",
    path: paths.portal.attachment(":reference", ":id"),
    access: contacts,
    permission: "ticket.read",
    params: ofTicket.extend({ id: idOf<AttachmentId>() }),
    input: nothing,
    handle: async ({ work, params }) => answerAttachment(work, params, files),
  });
}
