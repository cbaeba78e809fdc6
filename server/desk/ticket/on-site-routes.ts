import { z } from "zod";
import { ownVats } from "../../../core/values/own-vat.ts";
import { referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { refused } from "../../http/answer.ts";
import { line, localDate, optionalLine, optionalProse, wholeNumber } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { logExpense } from "../../time/log-expense.ts";
import { logVisit } from "../../time/log-visit.ts";
import { readStretch } from "../../time/read-stretch.ts";
import { voidExpense } from "../../time/void-expense.ts";
import { voidVisit } from "../../time/void-visit.ts";
import type { Language } from "../../ui/language.ts";
import { readMoney } from "../../ui/money-text.ts";
import { backToTicket, showFormAgain } from "./form-answers.ts";
import { moreWorkMessages } from "./more-work.messages.ts";
import { voidRoute } from "./void-route.ts";

/** Visits on site and other costs (A3). */
export function onSiteRoutes(): readonly Route[] {
  const voiding = {
    form: "void-on-site",
    voided: (language: Language) => moreWorkMessages(language).voidedNow,
  } as const;
  return [
    visitRoute(),
    expenseRoute(),
    voidRoute({ ...voiding, path: paths.desk.voidVisit(":reference", ":id"), takeBack: voidVisit }),
    voidRoute({ ...voiding, path: paths.desk.voidExpense(":reference", ":id"), takeBack: voidExpense }),
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
      return backToTicket(done, reference, moreWorkMessages(view.language).visitLogged);
    },
    showAgain: showFormAgain("visit"),
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
      return backToTicket(done, reference, moreWorkMessages(view.language).expenseLogged);
    },
    showAgain: showFormAgain("expense"),
  });
}
