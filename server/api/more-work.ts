import { z } from "zod";
import type { Staff } from "../../core/access/actor.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { isMonth } from "../../core/values/month.ts";
import { ownVats } from "../../core/values/own-vat.ts";
import type { Result } from "../../core/values/result.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { withdrawCorrection } from "../charges/withdraw-correction.ts";
import type { Work } from "../events/work.ts";
import { idOf, referenceOf } from "../faces/params.ts";
import { staff } from "../http/access.ts";
import { type Answer, json, refused } from "../http/answer.ts";
import { line, localDate, minute, nothing, optionalProse, prose } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";
import { logExpense } from "../time/log-expense.ts";
import { logVisit } from "../time/log-visit.ts";
import { voidExpense } from "../time/void-expense.ts";
import { voidVisit } from "../time/void-visit.ts";

const base = "/api/desk/tickets/:reference";

/**
 * What a ticket can be charged besides time, and what is taken off, as JSON for staff: the same actions as the pages
 * call.
 */
export function moreWorkApiRoutes(): readonly Route[] {
  return [
    visitRoute(),
    expenseRoute(),
    correctionRoute(),
    waiveRoute(),
    deliverRoute(),
    onOne("visits/:id/void", because, async (work, one) => voidVisit(work, one)),
    onOne("expenses/:id/void", because, async (work, one) => voidExpense(work, one)),
    onOne("corrections/:id/withdraw", nothing, async (work, one) => withdrawCorrection(work, one)),
    onOne("authorisations/:id/withdraw", nothing, async (work, { reference, id }) =>
      withdrawAuthorisation(work, { reference, id: id as AuthorisationId }),
    ),
  ];
}

const because = z.strictObject({ reason: prose(500) });
const cents = z.number().int().min(-1_000_000_000).max(1_000_000_000).transform(BigInt);

function created(done: Result<{ id: string }>): Answer {
  return done.ok ? json({ id: done.value.id }, 201) : refused(done.refusal);
}

function visitRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/visits`,
    access: staff,
    input: z.strictObject({
      start: minute,
      end: minute,
      kilometres: z.number().int().min(0).max(99_999).default(0),
      description: optionalProse(2000).default(""),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) =>
      created(await logVisit(work, { reference: referenceOf(params), ...input })),
  });
}

function expenseRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/expenses`,
    access: staff,
    input: z.strictObject({ on: localDate, amountCents: cents, vat: z.enum(ownVats), description: line(200) }),
    idempotent: true,
    handle: async ({ work, params, input }) => {
      const on = Temporal.PlainDate.from(input.on);
      return created(await logExpense(work, { reference: referenceOf(params), ...input, on }));
    },
  });
}

function correctionRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/corrections`,
    access: staff,
    input: z.strictObject({
      month: z.string().max(7).refine(isMonth, "not-an-option"),
      vat: z.enum(ownVats).default("standard"),
      amountCents: cents,
      reason: prose(2000),
    }),
    idempotent: true,
    handle: async ({ work, params, input }) =>
      created(await correctPrice(work, { reference: referenceOf(params), ...input })),
  });
}

function waiveRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/start-fee/waive`,
    access: staff,
    input: z.strictObject({ reason: prose(2000) }),
    handle: async ({ work, params, input }) => {
      const done = await waiveStartFee(work, { reference: referenceOf(params), ...input });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}

function deliverRoute(): Route {
  return route({
    method: "POST",
    path: `${base}/authorisations/:id/deliver`,
    access: staff,
    input: z.strictObject({ deliveredOn: localDate }),
    handle: async ({ work, params, input }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const deliveredOn = Temporal.PlainDate.from(input.deliveredOn);
      const quote = { reference: referenceOf(params), id: id as AuthorisationId, deliveredOn };
      const done = await deliverQuote(work, quote);
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}

type One<Input> = Input & { readonly reference: string; readonly id: string };

/** A deed on one thing of a ticket, which its address names. */
function onOne<Schema extends z.ZodObject>(
  what: string,
  input: Schema,
  act: (work: Work<Staff>, one: One<z.output<Schema>>) => Promise<Result<null>>,
): Route {
  return route({
    method: "POST",
    path: `${base}/${what}`,
    access: staff,
    input,
    handle: async ({ work, params, input: given }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const done = await act(work, { ...given, reference: referenceOf(params), id });
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}
