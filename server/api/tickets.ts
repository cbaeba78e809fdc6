import { z } from "zod";
import { requireAbility } from "../../core/access/abilities.ts";
import { ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import { accept, refuse } from "../../core/values/result.ts";
import { listWithAbilities } from "../authorisations/authorisation-abilities.ts";
import { authorisationShape, authorisationToJson } from "../authorisations/authorisation-json.ts";
import { atOnce } from "../db/at-once.ts";
import { readPageKey } from "../db/page-key.ts";
import { contacts } from "../http/access.ts";
import { instant, made, pageKey as nextPage } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { line, pageKey, prose } from "../http/fields.ts";
import { noParams, ofTicket } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import { listTickets, turnForCustomer } from "../tickets/list-tickets.ts";
import { listAttachments, listMessages } from "../tickets/read-conversation.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import {
  attachmentShape,
  attachmentToJson,
  messageShape,
  messageToJson,
  ticketShape,
  ticketToJson,
  wholeTicketShape,
  wholeTicketToJson,
} from "../tickets/ticket-json.ts";

const newTicket = z.strictObject({
  title: line(200),
  description: prose(20_000),
  /** Whether the contact saw and accepted the rates of an additional ticket (T5). */
  additionalConfirmed: z.boolean().default(false),
  outsideHoursAgreed: z.boolean().default(false),
});

/** All lists are ordered by creation: that key does not change while somebody reads page after page. */
const listing = z
  .strictObject({
    status: z.enum(["open", "closed", "all"]).default("open"),
    sort: z.enum(["activity", "created"]).default("activity"),
    after: pageKey,
  })
  .refine(({ status, sort }) => status !== "all" || sort === "created", { path: ["sort"], message: "not-an-option" });

/** A ticket with its conversation. `earlier` is the `before` of the earlier page. */
const wholeTicket = wholeTicketShape.extend({
  description: z.string(),
  markup: messageShape.shape.markup,
  outsideHoursAgreedAt: instant.nullable(),
  authorisations: z.array(authorisationShape),
  attachments: z.array(attachmentShape),
  messages: z.array(messageShape),
  earlier: nextPage,
});

/** Tickets as JSON, for contacts; the pages call the same actions. */
export function ticketApiRoutes(): readonly Route[] {
  return [listRoute(), createRoute(), readRoute(), replyRoute()];
}

function listRoute(): Route {
  return endpoint({
    method: "GET",
    path: "/api/tickets",
    access: contacts,
    permission: "ticket.read",
    params: noParams,
    input: listing,
    output: z.strictObject({ tickets: z.array(ticketShape), next: nextPage }),
    answer: async ({ work, actor, input: { status, sort, after } }) => {
      const { tickets, next } = await listTickets(work.tx, {
        organisationId: actor.organisationId,
        status,
        sort,
        after: readPageKey(after),
        limit: 50,
      });
      return accept({ tickets: tickets.map(ticketToJson), next });
    },
  });
}

function createRoute(): Route {
  return endpoint({
    method: "POST",
    path: "/api/tickets",
    access: contacts,
    permission: "ticket.create",
    params: noParams,
    input: newTicket,
    output: ticketShape.pick({ reference: true, numberInMonth: true, isAdditional: true }),
    status: 201,
    idempotent: true,
    answer: async ({ work, input: { additionalConfirmed, ...given } }) => {
      const created = await createTicket(work, {
        ...given,
        isAdditionalConfirmed: additionalConfirmed,
        attachmentIds: [],
      });
      if (!created.ok) return created;
      const { reference, numberInMonth, isAdditional } = created.value;
      return accept({ reference, numberInMonth, isAdditional });
    },
  });
}

function readRoute(): Route {
  return endpoint({
    method: "GET",
    path: "/api/tickets/:reference",
    access: contacts,
    permission: "ticket.read",
    params: ofTicket,
    input: z.strictObject({ before: pageKey }),
    output: wholeTicket,
    answer: async ({ work, actor, params: { reference }, input }) => {
      const ticket = await findTicket(work.tx, reference);
      if (ticket === undefined || !requireAbility(ticketDeeds, { actor, deed: "ticket.read", thing: ticket }).ok)
        return refuse({ code: "not-found" });
      const { conversation, authorisations, waitsFor } = await atOnce({
        conversation: listMessages(work.tx, ticket, { before: readPageKey(input.before), limit: 50 }),
        authorisations: listWithAbilities(work, ticket),
        waitsFor: turnForCustomer(work.tx, ticket),
      });
      const { messages, earlier } = conversation;
      const attachments = await listAttachments(work.tx, ticket, messages);
      return accept({
        ...wholeTicketToJson({ ...ticket, waitsFor }, actor),
        description: ticket.description,
        markup: ticket.markup,
        outsideHoursAgreedAt: ticket.outsideHoursAgreedAt?.toString() ?? null,
        authorisations: authorisations.map(authorisationToJson),
        attachments: attachments.filter((file) => file.messageId === null).map(attachmentToJson),
        messages: messages.map((message) => messageToJson(message, attachments)),
        earlier,
      });
    },
  });
}

function replyRoute(): Route {
  return endpoint({
    method: "POST",
    path: "/api/tickets/:reference/replies",
    access: contacts,
    permission: "ticket.reply",
    params: ofTicket,
    input: z.strictObject({ body: prose(20_000) }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => {
      const replied = await replyToTicket(work, { ...params, ...input, attachmentIds: [] });
      return replied.ok ? accept({ id: replied.value.messageId }) : replied;
    },
  });
}
