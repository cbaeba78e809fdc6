import { z } from "zod";
import { nextTurns } from "../../../core/tickets/progress.ts";
import { referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { line, nothing, version } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { reopenTicket } from "../../tickets/reopen-ticket.ts";
import { setWaiting } from "../../tickets/set-waiting.ts";
import { mergeAndClose } from "../../time/close-ticket.ts";
import { caseNumber } from "./case-number.tsx";
import { backToTicket, showFormAgain } from "./form-answers.ts";
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
    input: z.strictObject({ waitsFor: z.enum(nextTurns), caseNumber, version }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const done = await setWaiting(work, { reference, ...input });
      return backToTicket(done, reference, turnMessages(view.language).waitingSet);
    },
    showAgain: showFormAgain("waiting"),
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
      return backToTicket(done, reference, turnMessages(view.language).merged(into.toUpperCase()));
    },
    showAgain: showFormAgain("merge"),
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
      return backToTicket(done, reference, turnMessages(view.language).reopened);
    },
    showAgain: showFormAgain("step"),
  });
}
