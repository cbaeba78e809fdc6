import { z } from "zod";
import { can } from "../../core/access/can.ts";
import { readPageKey } from "../db/page-key.ts";
import { referenceOf } from "../faces/params.ts";
import { contacts } from "../http/access.ts";
import { json, refused } from "../http/answer.ts";
import { line, pageKey, prose } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import { listTickets, turnForCustomer } from "../tickets/list-tickets.ts";
import { listAttachments, listMessages } from "../tickets/read-conversation.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { findTicket } from "../tickets/ticket.ts";
import { attachmentToJson, messageToJson, ticketToJson } from "../tickets/ticket-json.ts";

const newTicket = z.strictObject({
  title: line(200),
  description: prose(20_000),
  /** Whether the rates of an additional ticket were seen and accepted (T5). */
  additionalConfirmed: z.boolean().default(false),
  outsideHoursAgreed: z.boolean().default(false),
});

/** All of them are read by creation: that key does not move while somebody reads page after page. */
const listing = z
  .strictObject({
    status: z.enum(["open", "closed", "all"]).default("open"),
    sort: z.enum(["activity", "created"]).default("activity"),
    after: pageKey,
  })
  .refine(({ status, sort }) => status !== "all" || sort === "created", { path: ["sort"], message: "not-an-option" });

/** Tickets as JSON, for contacts; the same actions as the pages call. */
export function ticketApiRoutes(): readonly Route[] {
  return [listRoute(), createRoute(), readRoute(), replyRoute()];
}

function listRoute(): Route {
  return route({
    method: "GET",
    path: "/api/tickets",
    access: contacts,
    input: listing,
    handle: async ({ work, actor, input: { status, sort, after } }) => {
      const { tickets, next } = await listTickets(work.tx, {
        organisationId: actor.organisationId,
        status,
        sort,
        after: readPageKey(after),
        limit: 50,
      });
      return json({ tickets: tickets.map(ticketToJson), next });
    },
  });
}

function createRoute(): Route {
  return route({
    method: "POST",
    path: "/api/tickets",
    access: contacts,
    input: newTicket,
    idempotent: true,
    handle: async ({ work, input: { additionalConfirmed, ...given } }) => {
      const created = await createTicket(work, {
        ...given,
        isAdditionalConfirmed: additionalConfirmed,
        attachmentIds: [],
      });
      if (!created.ok) return refused(created.refusal);
      const { reference, numberInMonth, isAdditional } = created.value;
      return json({ reference, numberInMonth, isAdditional }, 201);
    },
  });
}

function readRoute(): Route {
  return route({
    method: "GET",
    path: "/api/tickets/:reference",
    access: contacts,
    input: z.strictObject({ before: pageKey }),
    handle: async ({ work, actor, params, input }) => {
      const ticket = await findTicket(work.tx, referenceOf(params));
      if (ticket === undefined || !can(actor, "ticket.read", { organisationId: ticket.organisation_id }))
        return refused({ code: "not-found" });
      const { messages, earlier } = await listMessages(work.tx, ticket, {
        before: readPageKey(input.before),
        limit: 50,
      });
      const attachments = await listAttachments(work.tx, ticket, messages);
      return json({
        ...ticketToJson({ ...ticket, waits_for: await turnForCustomer(work.tx, ticket) }),
        description: ticket.description,
        markup: ticket.markup,
        outsideHoursAgreedAt: ticket.outside_hours_agreed_at?.toString() ?? null,
        attachments: attachments.filter((file) => file.messageId === null).map(attachmentToJson),
        messages: messages.map((message) => messageToJson(message, attachments)),
        earlier,
      });
    },
  });
}

function replyRoute(): Route {
  return route({
    method: "POST",
    path: "/api/tickets/:reference/replies",
    access: contacts,
    input: z.strictObject({ body: prose(20_000) }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const replied = await replyToTicket(work, {
        reference: referenceOf(params),
        body: input.body,
        attachmentIds: [],
      });
      return replied.ok ? json({ id: replied.value.messageId }, 201) : refused(replied.refusal);
    },
  });
}
