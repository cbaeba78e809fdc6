import { z } from "zod";
import type { CorrectionId } from "../../core/values/ids.ts";
import { ownVats } from "../../core/values/own-vat.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { withdrawCorrection } from "../charges/withdraw-correction.ts";
import { staff } from "../http/access.ts";
import { done, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { nothing, prose, wholeCents } from "../http/fields.ts";
import { idOf, month, ofTicket } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";

const base = "/api/desk/tickets/:reference";

/** Reductions of a ticket's price, as JSON for staff; the pages call the same actions (CE7, T1). */
export function chargeApiRoutes(): readonly Route[] {
  return [correctionRoute(), withdrawRoute(), waiveRoute()];
}

function correctionRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/corrections`,
    access: staff,
    permission: "price.correct",
    params: ofTicket,
    input: z.strictObject({
      month,
      vat: z.enum(ownVats).default("standard"),
      amountCents: wholeCents,
      reason: prose(2000),
    }),
    output: made,
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input }) => correctPrice(work, { ...params, ...input }),
  });
}

function withdrawRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/corrections/:id/withdraw`,
    access: staff,
    permission: "price.correct",
    params: ofTicket.extend({ id: idOf<CorrectionId>() }),
    input: nothing,
    output: done,
    answer: async ({ work, params }) => withdrawCorrection(work, params),
  });
}

function waiveRoute(): Route {
  return endpoint({
    method: "POST",
    path: `${base}/start-fee/waive`,
    access: staff,
    permission: "start-fee.waive",
    params: ofTicket,
    input: z.strictObject({ reason: prose(2000) }),
    output: done,
    answer: async ({ work, params, input }) => waiveStartFee(work, { ...params, ...input }),
  });
}
