import { z } from "zod";
import type { AuthorisationId, ExpenseId, VisitId } from "../../core/values/ids.ts";
import { ownVats } from "../../core/values/own-vat.ts";
import { steps } from "../../core/tickets/step.ts";
import { staff } from "../http/access.ts";
import { done, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { line, minute, optionalProse, plainDate, prose, wholeCents } from "../http/fields.ts";
import { idOf, ofTicket } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { logExpense } from "../time/log-expense.ts";
import { logTimeEntry } from "../time/log-time-entry.ts";
import { logVisit } from "../time/log-visit.ts";
import { voidExpense } from "../time/void-expense.ts";
import { voidVisit } from "../time/void-visit.ts";

const base = "/api/desk/tickets/:reference";
const because = z.strictObject({ reason: prose(500) });

/** The work on a ticket, as JSON for staff: time, visits and costs. The pages call the same actions. */
export function timeApiRoutes(): readonly Route[] {
  return [timeRoute(), visitRoute(), voidVisitRoute(), expenseRoute(), voidExpenseRoute()];
}

function timeRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/time-entries`,
    access: staff,
    permission: "time.log",
    params: ofTicket,
    input: z.strictObject({
      start: minute,
      end: minute,
      step: z.enum(steps),
      isChargeable: z.boolean().default(true),
      reason: prose(2000).nullable().default(null),
      description: optionalProse(2000).default(""),
      /** Null for no authorisation; left out for the newest in force (T3). */
      authorisationId: idOf<AuthorisationId>().nullable().optional(),
    }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) =>
      logTimeEntry(work, { ...params, ...input, authorisationId: input.authorisationId }),
  });
}

function visitRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/visits`,
    access: staff,
    permission: "time.log",
    params: ofTicket,
    input: z.strictObject({
      start: minute,
      end: minute,
      kilometres: z.number().int().min(0).max(99_999).default(0),
      description: optionalProse(2000).default(""),
    }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => logVisit(work, { ...params, ...input }),
  });
}

function voidVisitRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/visits/:id/void`,
    access: staff,
    permission: "time.log",
    params: ofTicket.extend({ id: idOf<VisitId>() }),
    input: because,
    output: done,
    answer: async ({ work, params, input }) => voidVisit(work, { ...params, ...input }),
  });
}

function expenseRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/expenses`,
    access: staff,
    permission: "time.log",
    params: ofTicket,
    input: z.strictObject({ on: plainDate, amountCents: wholeCents, vat: z.enum(ownVats), description: line(200) }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => logExpense(work, { ...params, ...input }),
  });
}

function voidExpenseRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/expenses/:id/void`,
    access: staff,
    permission: "time.log",
    params: ofTicket.extend({ id: idOf<ExpenseId>() }),
    input: because,
    output: done,
    answer: async ({ work, params, input }) => voidExpense(work, { ...params, ...input }),
  });
}
