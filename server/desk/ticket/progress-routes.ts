import { z } from "zod";
import { steps } from "../../../core/tickets/step.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import { version } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { moveStep } from "../../tickets/move-step.ts";
import { noteOutsideHours } from "../../tickets/note-outside-hours.ts";
import { pickUpTicket } from "../../tickets/pick-up-ticket.ts";
import { setUrgency, urgencyInput } from "../../tickets/set-urgency.ts";
import { deskTicketMessages } from "./ticket.messages.ts";
import { ticketPage } from "./ticket-page.tsx";

/** The consultant, the urgency and the step of a ticket. */
export function progressRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "pick-up"),
      permission: "ticket.pick-up",
      params: ofTicket,
      form: "step",
      input: z.strictObject({ version }),
      act: async ({ work, params, input }) => pickUpTicket(work, { ...params, ...input }),
      said: ({ language, params }) => deskTicketMessages(language).pickedUp(params.reference),
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "urgency"),
      permission: "ticket.set-urgency",
      params: ofTicket,
      form: "step",
      input: z.strictObject({ ...urgencyInput, version }),
      act: async ({ work, params, input }) => setUrgency(work, { ...params, ...input }),
      said: ({ language }) => deskTicketMessages(language).urgencySet,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "step"),
      permission: "ticket.move-step",
      params: ofTicket,
      form: "step",
      input: z.strictObject({ step: z.enum(steps), version }),
      act: async ({ work, params, input }) => moveStep(work, { ...params, ...input }),
      said: ({ language }) => deskTicketMessages(language).stepMoved,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "outside-hours"),
      permission: "ticket.note-outside-hours",
      params: ofTicket,
      form: "outside",
      input: z.strictObject({ agreedBy: idOf<PersonId>() }),
      act: async ({ work, params, input }) => noteOutsideHours(work, { ...params, ...input }),
      said: ({ language }) => deskTicketMessages(language).outsideNoted,
    }),
  ];
}
