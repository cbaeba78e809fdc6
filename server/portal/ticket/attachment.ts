import { can } from "../../../core/access/can.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import type { FileStore } from "../../files/file-store.ts";
import { kindOf } from "../../files/kinds.ts";
import { contacts } from "../../http/access.ts";
import { afterwards, download, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { findAttachment } from "../../tickets/read-conversation.ts";

/** Files of the organisation's own tickets: pictures are shown, everything else is downloaded (R04). */
export function portalAttachmentRoutes({ files }: { files: FileStore }): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.portal.attachment(":reference", ":id"),
      access: contacts,
      input: nothing,
      handle: async ({ work, actor, params }) => {
        const id = idOf(params);
        const file = id === null ? undefined : await findAttachment(work.tx, referenceOf(params), id);
        if (file === undefined || !can(actor, "ticket.read", { organisationId: file.organisation_id }))
          return refused({ code: "not-found" });
        const { mediaType, isPicture } = kindOf(file.media_type);
        return afterwards(async () =>
          download({ name: file.name, mediaType, inline: isPicture, body: await files.open(file.storage_key) }),
        );
      },
    }),
  ];
}
