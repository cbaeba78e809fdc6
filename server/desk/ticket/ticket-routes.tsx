import { z } from "zod";
import { can } from "../../../core/access/can.ts";
import { nextTurns, urgencies } from "../../../core/tickets/progress.ts";
import { steps } from "../../../core/tickets/step.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import type { FileStore } from "../../files/file-store.ts";
import { kindOf } from "../../files/kinds.ts";
import { staff } from "../../http/access.ts";
import { afterwards, download, refused } from "../../http/answer.ts";
import { nothing, optionalLine, pageKey, prose, uuid, version } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { moveStep } from "../../tickets/move-step.ts";
import { noteOutsideHours } from "../../tickets/note-outside-hours.ts";
import { pickUpTicket } from "../../tickets/pick-up-ticket.ts";
import { findAttachment } from "../../tickets/read-conversation.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { setUrgency } from "../../tickets/set-urgency.ts";
import { writeNote } from "../../tickets/write-note.ts";
import { caseNumber } from "./case-number.tsx";
import { conversationMessages } from "./conversation.messages.ts";
import { backToTicket, showFormAgain } from "./form-answers.ts";
import { attachmentIdsOf, showTicket } from "./ticket-page.tsx";
import { deskTicketMessages } from "./ticket.messages.ts";

/** A ticket on the desk: its page, its files and what can be done to it besides time and authorisations. */
export function ticketRoutes({ files }: { files: FileStore }): readonly Route[] {
  return [
    pageRoute(),
    attachmentRoute(files),
    pickUpRoute(),
    urgencyRoute(),
    stepRoute(),
    replyRoute(),
    noteRoute(),
    outsideHoursRoute(),
  ];
}

function pageRoute(): Route {
  return route({
    method: "GET",
    path: paths.desk.ticket(":reference"),
    access: staff,
    input: z.strictObject({ before: pageKey, entries: pageKey, articles: optionalLine(100).optional() }),
    handle: async (request) => showTicket(request, referenceOf(request.params), request.input),
  });
}

function attachmentRoute(files: FileStore): Route {
  return route({
    method: "GET",
    path: paths.desk.attachment(":reference", ":id"),
    access: staff,
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
  });
}

function pickUpRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "pick-up"),
    access: staff,
    input: z.strictObject({ version }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const done = await pickUpTicket(work, { reference, version: input.version });
      return backToTicket(done, reference, deskTicketMessages(view.language).pickedUp(reference));
    },
    showAgain: showFormAgain("step"),
  });
}

function urgencyRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "urgency"),
    access: staff,
    input: z.strictObject({ urgency: z.enum(["", ...urgencies]), version }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const urgency = input.urgency === "" ? null : input.urgency;
      const done = await setUrgency(work, { reference, urgency, version: input.version });
      return backToTicket(done, reference, deskTicketMessages(view.language).urgencySet);
    },
    showAgain: showFormAgain("step"),
  });
}

function stepRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "step"),
    access: staff,
    input: z.strictObject({ step: z.enum(steps), version }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const done = await moveStep(work, { reference, ...input });
      return backToTicket(done, reference, deskTicketMessages(view.language).stepMoved);
    },
    showAgain: showFormAgain("step"),
  });
}

function replyRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "reply"),
    access: staff,
    input: z.strictObject({
      body: prose(20_000),
      waitsFor: z.enum(nextTurns),
      caseNumber,
      attachments: z.array(uuid).max(20).optional(),
      seen: version.optional(),
    }),
    idempotent: true,
    files: true,
    handle: async ({
      work,
      params,
      input: { body, waitsFor, caseNumber: number, attachments, seen },
      uploads,
      view,
    }) => {
      const reference = referenceOf(params);
      const failed = refusedUpload(uploads);
      if (failed !== undefined) return refused(failed);
      const read = await checkAnswered(work, { reference, seen });
      if (!read.ok) return refused(read.refusal);
      const done = await replyToTicket(work, {
        reference,
        body,
        waitsFor,
        caseNumber: number,
        attachmentIds: attachmentIdsOf(attachments ?? [], uploads),
      });
      return backToTicket(done, reference, conversationMessages(view.language).sent);
    },
    showAgain: showFormAgain("reply"),
  });
}

function noteRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "note"),
    access: staff,
    input: z.strictObject({ body: prose(20_000) }),
    idempotent: true,
    handle: async ({ work, params, input: { body }, view }) => {
      const reference = referenceOf(params);
      const done = await writeNote(work, { reference, body });
      return backToTicket(done, reference, conversationMessages(view.language).noted);
    },
    showAgain: showFormAgain("note"),
  });
}

function outsideHoursRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "outside-hours"),
    access: staff,
    input: z.strictObject({ agreedBy: uuid }),
    handle: async ({ work, params, input: { agreedBy }, view }) => {
      const reference = referenceOf(params);
      const done = await noteOutsideHours(work, { reference, agreedBy: agreedBy as PersonId });
      return backToTicket(done, reference, deskTicketMessages(view.language).outsideNoted);
    },
    showAgain: showFormAgain("outside"),
  });
}
