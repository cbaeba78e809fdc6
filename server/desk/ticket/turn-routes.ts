import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { line, nothing, version } from "../../http/fields.ts";
import { ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { reopenTicket } from "../../tickets/reopen-ticket.ts";
import { setWaiting, waitingInput } from "../../tickets/set-waiting.ts";
import { mergeAndClose } from "../../time/close-ticket.ts";
import { ticketPage } from "./ticket-page.tsx";
import { turnMessages } from "./turn.messages.ts";

/** Waiting without a message, merging and reopening. */
export function turnRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "waiting"),
      permission: "ticket.set-waiting",
      params: ofTicket,
      form: "waiting",
      input: z.strictObject({ ...waitingInput, version }),
      act: async ({ work, params, input }) => setWaiting(work, { ...params, ...input }),
      said: ({ language }) => turnMessages(language).waitingSet,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "merge"),
      permission: "ticket.merge",
      params: ofTicket,
      form: "merge",
      input: z.strictObject({ into: line(20).transform((text) => text.toUpperCase()) }),
      act: async ({ work, params, input }) => mergeAndClose(work, { ...params, ...input }),
      said: ({ language, input: { into } }) => turnMessages(language).merged(into),
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "reopen"),
      permission: "ticket.reopen",
      params: ofTicket,
      form: "step",
      input: nothing,
      act: async ({ work, params }) => reopenTicket(work, params),
      said: ({ language }) => turnMessages(language).reopened,
    }),
  ];
}
