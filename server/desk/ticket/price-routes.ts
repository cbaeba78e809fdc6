import { z } from "zod";
import type { CorrectionId } from "../../../core/values/ids.ts";
import { ownVats } from "../../../core/values/own-vat.ts";
import { correctPrice } from "../../charges/correct-price.ts";
import { withdrawCorrection } from "../../charges/withdraw-correction.ts";
import { paths } from "../../faces/paths.ts";
import { amountOfMoney, nothing, optionalProse } from "../../http/fields.ts";
import { idOf, month, ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { waiveStartFee } from "../../tickets/waive-start-fee.ts";
import { priceAndVisitMessages } from "./price-and-visits.messages.ts";
import { ticketPage } from "./ticket-page.tsx";

/** The month and VAT rate of a correction, as the form names them. */
const cost = z
  .string()
  .regex(/^\S{7} \S{4,10}$/, "not-an-option")
  .transform((text) => text.split(" "))
  .pipe(z.tuple([month, z.enum(ownVats)], "not-an-option"));

/** Lowering a ticket's price (CE7, T1). */
export function priceRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "corrections"),
      permission: "price.correct",
      params: ofTicket,
      form: "correct",
      input: z.strictObject({ cost, amount: amountOfMoney, reason: optionalProse(2000).default("") }),
      idempotent: true,
      act: async ({
        work,
        params,
        input: {
          cost: [of, vat],
          amount: amountCents,
          reason,
        },
      }) => correctPrice(work, { ...params, month: of, vat, amountCents, reason }),
      said: ({ language }) => priceAndVisitMessages(language).corrected,
    }),
    ticketPage.deed({
      path: paths.desk.withdrawCorrection(":reference", ":id"),
      permission: "price.correct",
      params: ofTicket.extend({ id: idOf<CorrectionId>() }),
      form: "withdraw-correction",
      input: nothing,
      act: async ({ work, params }) => withdrawCorrection(work, params),
      said: ({ language }) => priceAndVisitMessages(language).correctionWithdrawn,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "start-fee"),
      permission: "start-fee.waive",
      params: ofTicket,
      form: "waive",
      input: z.strictObject({ reason: optionalProse(2000).default("") }),
      act: async ({ work, params, input }) => waiveStartFee(work, { ...params, ...input }),
      said: ({ language }) => priceAndVisitMessages(language).waivedNow,
    }),
  ];
}
