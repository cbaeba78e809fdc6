import { z } from "zod";
import { nextTurns } from "../../../core/tickets/progress.ts";
import { paths } from "../../faces/paths.ts";
import { prose, version } from "../../http/fields.ts";
import { ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { refuse } from "../../../core/values/result.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { keptAttachments, takenIn } from "../../tickets/typed-attachments.ts";
import { writeNote } from "../../tickets/write-note.ts";
import { caseNumberInput } from "../../tickets/set-waiting.ts";
import { conversationMessages } from "./conversation.messages.ts";
import { ticketPage } from "./ticket-page.tsx";

const replying = z.strictObject({
  body: prose(20_000),
  waitsFor: z.enum(nextTurns),
  caseNumber: caseNumberInput,
  attachments: keptAttachments,
  seen: version.optional(),
});

/** Answering the customer, and writing notes for colleagues. */
export function conversationRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "reply"),
      permission: "ticket.reply",
      params: ofTicket,
      form: "reply",
      input: replying,
      idempotent: true,
      files: true,
      act: async ({ work, params, input: { attachments, seen, ...message }, uploads }) => {
        const failed = refusedUpload(uploads);
        if (failed !== undefined) return refuse(failed);
        const read = await checkAnswered(work, { ...params, seen });
        if (!read.ok) return read;
        return replyToTicket(work, { ...params, ...message, attachmentIds: takenIn(attachments, uploads) });
      },
      said: ({ language }) => conversationMessages(language).sent,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "note"),
      permission: "ticket.note",
      params: ofTicket,
      form: "note",
      input: z.strictObject({ body: prose(20_000) }),
      idempotent: true,
      act: async ({ work, params, input }) => writeNote(work, { ...params, ...input }),
      said: ({ language }) => conversationMessages(language).noted,
    }),
  ];
}
