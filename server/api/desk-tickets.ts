import { z } from "zod";
import { requireAbility } from "../../core/access/abilities.ts";
import { ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import { resolvedOutcomes } from "../../core/tickets/outcome.ts";
import { nextTurns, urgencies } from "../../core/tickets/progress.ts";
import { steps } from "../../core/tickets/step.ts";
import { accept, refuse } from "../../core/values/result.ts";
import { listWithAbilities } from "../authorisations/authorisation-abilities.ts";
import { authorisationShape, authorisationToJson } from "../authorisations/authorisation-json.ts";
import { staff } from "../http/access.ts";
import { date, done, id, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { line, nothing, prose, seenVersion, uuid } from "../http/fields.ts";
import { ofTicket } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { moveStep } from "../tickets/move-step.ts";
import { pickUpTicket } from "../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { setUrgency, urgencyInput } from "../tickets/set-urgency.ts";
import { readTicket } from "../tickets/read-ticket.ts";
import { wholeTicketShape, wholeTicketToJson } from "../tickets/ticket-json.ts";
import { writeNote } from "../tickets/write-note.ts";
import { closeTicket } from "../time/close-ticket.ts";

const base = "/api/desk/tickets/:reference";

/** The desk's actions on a ticket, as JSON for staff; the pages call the same ones. */
export function deskApiRoutes(): readonly Route[] {
  return [readRoute(), replyRoute(), noteRoute(), pickUpRoute(), urgencyRoute(), stepRoute(), resolutionRoute()];
}

/** A ticket with the facts for staff alone. A later request may send its `version` (R12). */
const deskTicket = wholeTicketShape.extend({
  urgency: z.enum(urgencies).nullable(),
  assigneeId: id.nullable(),
  microsoftCase: z.string().nullable(),
  followUpOn: date.nullable(),
  authorisations: z.array(authorisationShape),
  version: z.int(),
});

function readRoute(): Route {
  return endpoint({
    method: "GET",
    path: base,
    access: staff,
    permission: "ticket.read",
    params: ofTicket,
    input: nothing,
    output: deskTicket,
    answer: async ({ work, actor, params: { reference } }) => {
      const read = await readTicket(work.tx, reference);
      if (read === undefined || !requireAbility(ticketDeeds, { actor, deed: "ticket.read", thing: read.ticket }).ok)
        return refuse({ code: "not-found" });
      const { ticket, version } = read;
      const { urgency, assigneeId, microsoftCase } = ticket;
      const authorisations = await listWithAbilities(work, ticket);
      return accept({
        ...wholeTicketToJson(ticket, actor),
        urgency,
        assigneeId,
        microsoftCase,
        followUpOn: ticket.followUpOn?.toString() ?? null,
        authorisations: authorisations.map(authorisationToJson),
        version,
      });
    },
  });
}

function replyRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/messages`,
    access: staff,
    permission: "ticket.reply",
    params: ofTicket,
    input: z.strictObject({
      body: prose(20_000),
      waitsFor: z.enum(nextTurns).default("customer"),
      caseNumber: line(100).nullable().default(null),
    }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => {
      const replied = await replyToTicket(work, { ...params, ...input, attachmentIds: [] });
      return replied.ok ? accept({ id: replied.value.messageId }) : replied;
    },
  });
}

function noteRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/notes`,
    access: staff,
    permission: "ticket.note",
    params: ofTicket,
    input: z.strictObject({ body: prose(20_000) }),
    output: done,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => writeNote(work, { ...params, ...input }),
  });
}

function pickUpRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/pick-up`,
    access: staff,
    permission: "ticket.pick-up",
    params: ofTicket,
    input: z.strictObject({ version: seenVersion }),
    output: done,
    answer: async ({ work, params, input }) => pickUpTicket(work, { ...params, ...input }),
  });
}

function urgencyRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/urgency`,
    access: staff,
    permission: "ticket.set-urgency",
    params: ofTicket,
    input: z.strictObject({ ...urgencyInput, version: seenVersion }),
    output: done,
    answer: async ({ work, params, input }) => setUrgency(work, { ...params, ...input }),
  });
}

function stepRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/step`,
    access: staff,
    permission: "ticket.move-step",
    params: ofTicket,
    input: z.strictObject({ step: z.enum(steps), version: seenVersion }),
    output: done,
    answer: async ({ work, params, input }) => moveStep(work, { ...params, ...input }),
  });
}

const article = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("existing"), id: uuid }),
  z.strictObject({
    kind: z.literal("new"),
    title: line(200),
    body: prose(50_000),
    isPublic: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("none"), reason: prose(500) }),
]);

function resolutionRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/resolution`,
    access: staff,
    permission: "ticket.resolve",
    params: ofTicket,
    input: z.strictObject({
      outcome: z.enum(resolvedOutcomes),
      message: prose(20_000),
      article,
      caseNumber: line(100).nullable().default(null),
    }),
    output: done,
    idempotent: true,
    answer: async ({ work, params, input }) => closeTicket(work, { ...params, ...input }),
  });
}
