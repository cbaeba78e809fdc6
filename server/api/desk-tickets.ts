import { z } from "zod";
import { can } from "../../core/access/can.ts";
import { resolvedOutcomes } from "../../core/tickets/outcome.ts";
import { nextTurns, urgencies } from "../../core/tickets/progress.ts";
import { steps } from "../../core/tickets/step.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { referenceOf } from "../faces/params.ts";
import { staff } from "../http/access.ts";
import { json, refused } from "../http/answer.ts";
import { line, localDate, minute, nothing, optionalProse, prose, seenVersion, uuid, windowId } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";
import { moveStep } from "../tickets/move-step.ts";
import { pickUpTicket } from "../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { setUrgency } from "../tickets/set-urgency.ts";
import { readTicket } from "../tickets/ticket.ts";
import { ticketToJson } from "../tickets/ticket-json.ts";
import { writeNote } from "../tickets/write-note.ts";
import type { ChosenAuthorisation } from "../time/choose-authorisation.ts";
import { closeTicket } from "../time/close-ticket.ts";
import { logTimeEntry } from "../time/log-time-entry.ts";

const base = "/api/desk/tickets/:reference";

/** What the desk does to a ticket, as JSON for staff: the same actions as the pages call. */
export function deskApiRoutes(): readonly Route[] {
  return [
    readRoute(),
    timeRoute(),
    authorisationRoute(),
    replyRoute(),
    noteRoute(),
    pickUpRoute(),
    urgencyRoute(),
    stepRoute(),
    resolutionRoute(),
  ];
}

function readRoute(): Route {
  return route({
    method: "GET",
    path: base,
    access: staff,
    input: nothing,
    handle: async ({ work, actor, params }) => {
      const read = await readTicket(work.tx, referenceOf(params));
      if (read === undefined || !can(actor, "ticket.read", { organisationId: read.ticket.organisation_id }))
        return refused({ code: "not-found" });
      const { ticket, version } = read;
      const { urgency, assignee_id: assigneeId, microsoft_case: microsoftCase } = ticket;
      return json({ ...ticketToJson(ticket), urgency, assigneeId, microsoftCase, version });
    },
  });
}

function timeRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/time-entries`,
    access: staff,
    input: z.strictObject({
      start: minute,
      end: minute,
      step: z.enum(steps),
      isChargeable: z.boolean().default(true),
      reason: prose(2000).nullable().default(null),
      description: optionalProse(2000).default(""),
      /** Null: under no authorisation; left out: the newest in force (T3). */
      authorisationId: uuid.nullable().optional(),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const authorisationId = input.authorisationId as ChosenAuthorisation;
      const logged = await logTimeEntry(work, { reference: referenceOf(params), ...input, authorisationId });
      return logged.ok ? json({ id: logged.value.id }, 201) : refused(logged.refusal);
    },
  });
}

function authorisationRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/authorisations`,
    access: staff,
    input: z.strictObject({
      minutes: z.number().int().min(1).max(60_000),
      windows: z.array(windowId).max(20).default([]),
      explanation: prose(5000),
      validUntil: localDate.nullable().default(null),
      /** One price for it all, in cents excluding VAT. */
      fixedPriceCents: z.number().int().min(1).max(100_000_000).transform(BigInt).nullable().default(null),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const validUntil = input.validUntil === null ? null : Temporal.PlainDate.from(input.validUntil);
      const asked = await requestAuthorisation(work, { reference: referenceOf(params), ...input, validUntil });
      return asked.ok ? json(asked.value, 201) : refused(asked.refusal);
    },
  });
}

function replyRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/messages`,
    access: staff,
    input: z.strictObject({
      body: prose(20_000),
      waitsFor: z.enum(nextTurns).default("customer"),
      caseNumber: line(100).nullable().default(null),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const replied = await replyToTicket(work, { reference: referenceOf(params), ...input, attachmentIds: [] });
      return replied.ok ? json({ id: replied.value.messageId }, 201) : refused(replied.refusal);
    },
  });
}

function noteRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/notes`,
    access: staff,
    input: z.strictObject({ body: prose(20_000) }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const noted = await writeNote(work, { reference: referenceOf(params), ...input });
      return noted.ok ? json({}, 201) : refused(noted.refusal);
    },
  });
}

function pickUpRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/pick-up`,
    access: staff,
    input: z.strictObject({ version: seenVersion }),
    handle: async ({ work, params, input }) => {
      const done = await pickUpTicket(work, { reference: referenceOf(params), ...input });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}

function urgencyRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/urgency`,
    access: staff,
    input: z.strictObject({ urgency: z.enum(urgencies).nullable(), version: seenVersion }),
    handle: async ({ work, params, input }) => {
      const done = await setUrgency(work, { reference: referenceOf(params), ...input });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}

function stepRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/step`,
    access: staff,
    input: z.strictObject({ step: z.enum(steps), version: seenVersion }),
    handle: async ({ work, params, input }) => {
      const done = await moveStep(work, { reference: referenceOf(params), ...input });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}

const article = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("existing"), id: z.uuid() }),
  z.strictObject({
    kind: z.literal("new"),
    title: line(200),
    body: prose(50_000),
    isPublic: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("none"), reason: prose(500) }),
]);

function resolutionRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/resolution`,
    access: staff,
    input: z.strictObject({
      outcome: z.enum(resolvedOutcomes),
      message: prose(20_000),
      article,
      caseNumber: line(100).nullable().default(null),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const done = await closeTicket(work, { reference: referenceOf(params), ...input });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}
