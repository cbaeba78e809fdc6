import { z } from "zod";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import { staff } from "../http/access.ts";
import { done, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { nothing, plainDate, prose, windowId } from "../http/fields.ts";
import { idOf, ofTicket } from "../http/params.ts";
import type { Route } from "../http/route.ts";

const base = "/api/desk/tickets/:reference/authorisations";
const ofAuthorisation = ofTicket.extend({ id: idOf<AuthorisationId>() });

/** Requesting more work, delivering work at one price and withdrawing a request, as JSON for staff (T3). */
export function authorisationApiRoutes(): readonly Route[] {
  return [requestRoute(), deliverRoute(), withdrawRoute()];
}

function requestRoute(): Route {
  return endpoint({
    method: "POST",
    path: base,
    access: staff,
    permission: "authorisation.request",
    params: ofTicket,
    input: z.strictObject({
      minutes: z.number().int().min(1).max(60_000),
      windows: z.array(windowId).max(20).default([]),
      explanation: prose(5000),
      validUntil: plainDate.nullable().default(null),
      /** One price for all the work, in cents excluding VAT. */
      fixedPriceCents: z.number().int().min(1).max(100_000_000).transform(BigInt).nullable().default(null),
    }),
    output: made.extend({ kind: z.enum(["work-order", "quote"]) }),
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => requestAuthorisation(work, { ...params, ...input }),
  });
}

function deliverRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/:id/deliver`,
    access: staff,
    permission: "authorisation.deliver",
    params: ofAuthorisation,
    input: z.strictObject({ deliveredOn: plainDate }),
    output: done,
    answer: async ({ work, params, input }) => deliverQuote(work, { ...params, ...input }),
  });
}

function withdrawRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/:id/withdraw`,
    access: staff,
    permission: "authorisation.withdraw",
    params: ofAuthorisation,
    input: nothing,
    output: done,
    answer: async ({ work, params }) => withdrawAuthorisation(work, params),
  });
}
