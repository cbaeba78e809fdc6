import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { Result } from "../../../core/values/result.ts";
import { ownVats } from "../../../core/values/own-vat.ts";
import type { Work } from "../../events/work.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { line, localDate, optionalLine, optionalProse, wholeNumber } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { logExpense } from "../../time/log-expense.ts";
import { logVisit } from "../../time/log-visit.ts";
import { readStretch } from "../../time/read-stretch.ts";
import type { ToTakeBack } from "../../time/take-back.ts";
import { voidExpense } from "../../time/void-expense.ts";
import { voidVisit } from "../../time/void-visit.ts";
import { readMoney } from "../../ui/money-text.ts";
import { moreWorkMessages } from "./more-work.messages.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { showTicket } from "./ticket-page.tsx";

/** Visits on site and other costs (A3). */
export function onSiteRoutes(): readonly Route[] {
  return [
    visitRoute(),
    expenseRoute(),
    voidRoute(paths.desk.voidVisit(":reference", ":id"), voidVisit),
    voidRoute(paths.desk.voidExpense(":reference", ":id"), voidExpense),
  ];
}

const visiting = z.strictObject({
  date: localDate,
  start: optionalLine(8).default(""),
  end: optionalLine(8).default(""),
  duration: optionalLine(30).default(""),
  kilometres: wholeNumber(0, 99_999).optional(),
  description: optionalProse(2000).default(""),
});

function visitRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "visits"),
    access: staff,
    input: visiting,
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const stretch = readStretch(input, work.now());
      if (!stretch.ok) return refused(stretch.refusal);
      const { kilometres = 0, description } = input;
      const done = await logVisit(work, { reference, ...stretch.value, kilometres, description });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: moreWorkMessages(view.language).visitLogged })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "visit", ...request } }),
  });
}

function expenseRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "expenses"),
    access: staff,
    input: z.strictObject({ on: localDate, amount: line(20), vat: z.enum(ownVats), description: line(200) }),
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const amountCents = readMoney(input.amount);
      if (amountCents === null) return refused({ code: "invalid-input", fields: { amount: "not-an-amount" } });
      const { vat, description } = input;
      const on = Temporal.PlainDate.from(input.on);
      const done = await logExpense(work, { reference, on, amountCents, vat, description });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: moreWorkMessages(view.language).expenseLogged })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "expense", ...request } }),
  });
}

function voidRoute(path: string, takeBack: (work: Work<Staff>, asked: ToTakeBack) => Promise<Result<null>>): Route {
  return route({
    method: "POST",
    path,
    access: staff,
    input: z.strictObject({ reason: optionalProse(500).default("") }),
    handle: async ({ work, params, input: { reason }, view }) => {
      const reference = referenceOf(params);
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const done = await takeBack(work, { reference, id, reason });
      return done.ok
        ? redirect(paths.desk.ticket(reference), { toast: moreWorkMessages(view.language).voidedNow })
        : refused(done.refusal);
    },
    showAgain: async (request) =>
      showTicket(request, referenceOf(request.params), { shown: { form: "void-on-site", ...request } }),
  });
}
