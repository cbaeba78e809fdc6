import { z } from "zod";
import type { AuthorisationId } from "../../../core/values/ids.ts";
import { deliverQuote } from "../../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../../authorisations/withdraw-authorisation.ts";
import { paths } from "../../faces/paths.ts";
import { amountOfMoney, dateOrNull, nothing, plainDate, prose, typedDuration, windowId } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { ticketPage } from "./ticket-page.tsx";
import { workMessages } from "./work.messages.ts";

const asking = z.strictObject({
  minutes: typedDuration,
  fixedPrice: z.union([z.literal("").transform(() => null), amountOfMoney]).default(null),
  windows: z.array(windowId).max(20).default([]),
  explanation: prose(5000),
  validUntil: dateOrNull,
});

const ofAuthorisation = ofTicket.extend({ id: idOf<AuthorisationId>() });

/** Requesting an authorisation, withdrawing it, and delivering work at one price (T3). */
export function authorisationRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "authorisations"),
      permission: "authorisation.request",
      params: ofTicket,
      form: "ask",
      input: asking,
      idempotent: true,
      act: async ({ work, params, input: { fixedPrice: fixedPriceCents, ...asked } }) =>
        requestAuthorisation(work, { ...params, ...asked, fixedPriceCents }),
      said: ({ language }) => workMessages(language).asked,
    }),
    ticketPage.deed({
      path: paths.desk.withdrawAuthorisation(":reference", ":id"),
      permission: "authorisation.withdraw",
      params: ofAuthorisation,
      form: "step",
      input: nothing,
      act: async ({ work, params }) => withdrawAuthorisation(work, params),
      said: ({ language }) => workMessages(language).withdrawn,
    }),
    ticketPage.deed({
      path: paths.desk.deliverAuthorisation(":reference", ":id"),
      permission: "authorisation.deliver",
      params: ofAuthorisation,
      form: "deliver",
      input: z.strictObject({ deliveredOn: plainDate }),
      act: async ({ work, params, input }) => deliverQuote(work, { ...params, ...input }),
      said: ({ language }) => workMessages(language).deliveredNow,
    }),
  ];
}
