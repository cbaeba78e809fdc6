import { z } from "zod";
import type { Contact } from "../../../core/access/actor.ts";
import type { AttachmentId, AuthorisationId } from "../../../core/values/ids.ts";
import type { Result } from "../../../core/values/result.ts";
import { decideAuthorisation } from "../../authorisations/decide-authorisation.ts";
import { type PageKey, readPageKey } from "../../db/page-key.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { contacts } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { nothing, optionalProse, pageKey, prose, uuid, version } from "../../http/fields.ts";
import type { Upload } from "../../http/read-input.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type RefusedRequest, type Route, route, type RouteRequest } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { agreeOutsideHours } from "../../tickets/agree-outside-hours.ts";
import { listWaitingUploads } from "../../tickets/attachments.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { reopenTicket } from "../../tickets/reopen-ticket.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { withdrawTicket } from "../../tickets/withdraw-ticket.ts";
import type { Language } from "../../ui/language.ts";
import { authorisationMessages } from "./authorisation.messages.ts";
import { loadTicket } from "./load-ticket.ts";
import { TicketPage } from "./ticket-page.tsx";
import type { RefusedForm } from "./ticket-shown.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** A ticket's page and what its customer does on it. */
export function portalTicketRoutes(): readonly Route[] {
  return [showTicket(), reply(), decide(), ...simpleActions()];
}

const reference = ":reference";

function showTicket(): Route {
  return route({
    method: "GET",
    path: paths.portal.ticket(reference),
    access: contacts,
    input: z.strictObject({ before: pageKey }),
    handle: async (request) => show(request, null, readPageKey(request.input.before)),
  });
}

function reply(): Route {
  return route({
    method: "POST",
    path: paths.portal.reply(reference),
    access: contacts,
    input: z.strictObject({
      body: prose(20_000),
      attachments: z.array(uuid).max(20).optional(),
      seen: version.optional(),
    }),
    idempotent: true,
    files: true,
    handle: async ({ work, input, params, uploads, view }) => {
      const failed = refusedUpload(uploads);
      if (failed !== undefined) return refused(failed);
      const to = { reference: referenceOf(params) };
      const read = await checkAnswered(work, { ...to, seen: input.seen });
      if (!read.ok) return refused(read.refusal);
      const attachmentIds = [...((input.attachments ?? []) as AttachmentId[]), ...takenIn(uploads)];
      return sendBack(
        await replyToTicket(work, { ...to, body: input.body, attachmentIds }),
        params,
        portalTicketMessages(view.language).sent,
      );
    },
    showAgain: async (request) => showRefused(request, "reply"),
  });
}

function decide(): Route {
  return route({
    method: "POST",
    path: paths.portal.decide(reference, ":id"),
    access: contacts,
    input: z.strictObject({
      version,
      decision: z.enum(["approve", "decline"]),
      reason: optionalProse(2000).optional(),
    }),
    handle: async ({ work, input, params, view }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const reason = input.reason === undefined || input.reason === "" ? null : input.reason;
      const decided = await decideAuthorisation(work, {
        reference: referenceOf(params),
        id: id as AuthorisationId,
        version: input.version,
        decision: input.decision,
        reason,
      });
      const words = authorisationMessages(view.language);
      return sendBack(decided, params, input.decision === "approve" ? words.approved : words.declined);
    },
    showAgain: async (request) => showRefused(request, "decide"),
  });
}

interface SimpleAction {
  readonly form: RefusedForm["form"];
  readonly path: string;
  readonly act: (work: RouteRequest<Contact, unknown>["work"], on: { reference: string }) => Promise<Result<null>>;
  readonly done: (language: Language) => string;
}

function simpleActions(): readonly Route[] {
  const actions: readonly SimpleAction[] = [
    {
      form: "outside-hours",
      path: paths.portal.agreeOutsideHours(reference),
      act: agreeOutsideHours,
      done: (language) => portalTicketMessages(language).agreed,
    },
    {
      form: "withdraw",
      path: paths.portal.withdraw(reference),
      act: withdrawTicket,
      done: (language) => portalTicketMessages(language).withdrawn,
    },
    {
      form: "reopen",
      path: paths.portal.reopen(reference),
      act: reopenTicket,
      done: (language) => portalTicketMessages(language).reopened,
    },
  ];
  return actions.map(({ form, path, act, done }) =>
    route({
      method: "POST",
      path,
      access: contacts,
      input: nothing,
      handle: async ({ work, params, view }) =>
        sendBack(await act(work, { reference: referenceOf(params) }), params, done(view.language)),
      showAgain: async (request) => showRefused(request, form),
    }),
  );
}

function sendBack(result: Result<unknown>, params: Readonly<Record<string, string>>, toast: string): Answer {
  return result.ok ? redirect(paths.portal.ticket(referenceOf(params)), { toast }) : refused(result.refusal);
}

/** The files of a form that were taken in. */
function takenIn(uploads: readonly Upload[]): AttachmentId[] {
  return uploads.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
}

async function showRefused(request: RefusedRequest<Contact>, form: RefusedForm["form"]): Promise<Answer> {
  const typed = (request.fields["attachments[]"] ?? []).filter((id) => uuid.safeParse(id).success) as AttachmentId[];
  const kept = await listWaitingUploads(request.work, [...typed, ...takenIn(request.uploads)]);
  return show(
    request,
    { form, refusal: request.refusal, fields: request.fields, uploads: request.uploads, kept },
    null,
  );
}

type Asked = Pick<RouteRequest<Contact, unknown>, "work" | "actor" | "params" | "view">;

async function show(
  { work, actor, params, view }: Asked,
  refusedForm: RefusedForm | null,
  before: PageKey | null,
): Promise<Answer> {
  const loaded = await loadTicket(work, referenceOf(params), before);
  if (loaded === null) return refused({ code: "not-found" });
  return page(
    <TicketPage loaded={loaded} actor={actor} view={view} refused={refusedForm} />,
    refusedForm === null ? 200 : statusOf(refusedForm.refusal),
  );
}
