import { z } from "zod";
import type { AuthorisationId } from "../../../core/values/ids.ts";
import { refuse } from "../../../core/values/result.ts";
import { decideAuthorisation } from "../../authorisations/decide-authorisation.ts";
import { paths } from "../../faces/paths.ts";
import { nothing, optionalProse, prose, version } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { refusedUpload } from "../../http/word-uploads.ts";
import { agreeOutsideHours } from "../../tickets/agree-outside-hours.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { reopenTicket } from "../../tickets/reopen-ticket.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { keptAttachments, takenIn } from "../../tickets/typed-attachments.ts";
import { withdrawTicket } from "../../tickets/withdraw-ticket.ts";
import { authorisationMessages } from "./authorisation.messages.ts";
import { ticketPage } from "./ticket-page.tsx";
import { portalTicketMessages } from "./ticket.messages.ts";

const reference = ":reference";

/** A ticket's page with its customer's actions. */
export function portalTicketRoutes(): readonly Route[] {
  return [ticketPage.route, replyRoute(), decideRoute(), agreeRoute(), withdrawRoute(), reopenRoute()];
}

function replyRoute(): Route {
  return ticketPage.deed({
    path: paths.portal.reply(reference),
    permission: "ticket.reply",
    params: ofTicket,
    form: "reply",
    input: z.strictObject({ body: prose(20_000), attachments: keptAttachments, seen: version.optional() }),
    idempotent: true,
    files: true,
    act: async ({ work, params, input: { body, attachments, seen }, uploads }) => {
      const failed = refusedUpload(uploads);
      if (failed !== undefined) return refuse(failed);
      const read = await checkAnswered(work, { ...params, seen });
      if (!read.ok) return read;
      return replyToTicket(work, { ...params, body, attachmentIds: takenIn(attachments, uploads) });
    },
    said: ({ language }) => portalTicketMessages(language).sent,
  });
}

function decideRoute(): Route {
  return ticketPage.deed({
    path: paths.portal.decide(reference, ":id"),
    permission: "authorisation.decide",
    params: ofTicket.extend({ id: idOf<AuthorisationId>() }),
    form: "decide",
    input: z.strictObject({
      version,
      decision: z.enum(["approve", "decline"]),
      reason: optionalProse(2000).optional(),
    }),
    act: async ({ work, params, input: { reason = "", ...decision } }) =>
      decideAuthorisation(work, { ...params, ...decision, reason: reason === "" ? null : reason }),
    said: ({ input: { decision }, language }) => {
      const words = authorisationMessages(language);
      return decision === "approve" ? words.approved : words.declined;
    },
  });
}

function agreeRoute(): Route {
  return ticketPage.deed({
    path: paths.portal.agreeOutsideHours(reference),
    permission: "ticket.agree-outside-hours",
    params: ofTicket,
    form: "outside-hours",
    input: nothing,
    act: async ({ work, params }) => agreeOutsideHours(work, params),
    said: ({ language }) => portalTicketMessages(language).agreed,
  });
}

function withdrawRoute(): Route {
  return ticketPage.deed({
    path: paths.portal.withdraw(reference),
    permission: "ticket.withdraw",
    params: ofTicket,
    form: "withdraw",
    input: nothing,
    act: async ({ work, params }) => withdrawTicket(work, params),
    said: ({ language }) => portalTicketMessages(language).withdrawn,
  });
}

function reopenRoute(): Route {
  return ticketPage.deed({
    path: paths.portal.reopen(reference),
    permission: "ticket.reopen",
    params: ofTicket,
    form: "reopen",
    input: nothing,
    act: async ({ work, params }) => reopenTicket(work, params),
    said: ({ language }) => portalTicketMessages(language).reopened,
  });
}
