import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { line, nothing, version } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { reopenTicket } from "../../tickets/reopen-ticket.ts";
import { setWaiting } from "../../tickets/set-waiting.ts";
import { mergeAndClose } from "../../time/close-ticket.ts";
import { caseNumber, nextTurn, referenceOf } from "../../faces/params.ts";
import { showTicket } from "./ticket-page.tsx";
import { turnMessages } from "./turn.messages.ts";

/** Waiting without a message, merging and reopening. */
export function turnRoutes(): readonly Route[] {
  return [waitingRoute(), mergeRoute(), reopenRoute()];
}

function waitingRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "waiting"),
    access: staff,
    input: z.strictObject({ waitsFor: nextTurn, caseNumber, version }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const done = await setWaiting(work, { reference, ...input });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: turnMessages(view.language).waitingSet })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "waiting", ...request } }),
  });
}

function mergeRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "merge"),
    access: staff,
    input: z.strictObject({ into: line(20) }),
    handle: async ({ work, params, input: { into }, view }) => {
      const reference = referenceOf(params);
      const done = await mergeAndClose(work, { reference, into: into.toUpperCase() });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: turnMessages(view.language).merged(into.toUpperCase()) })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "merge", ...request } }),
  });
}

function reopenRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "reopen"),
    access: staff,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const reference = referenceOf(params);
      const done = await reopenTicket(work, { reference });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: turnMessages(view.language).reopened })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "step", ...request } }),
  });
}
