import { z } from "zod";
import { ownVats } from "../../../core/values/own-vat.ts";
import type { ExpenseId, VisitId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import { amountOfMoney, line, localDate, optionalLine, optionalProse, wholeNumber } from "../../http/fields.ts";
import { idOf, ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { logExpense } from "../../time/log-expense.ts";
import { logVisit } from "../../time/log-visit.ts";
import { readStretch } from "../../time/read-stretch.ts";
import { voidExpense } from "../../time/void-expense.ts";
import { voidVisit } from "../../time/void-visit.ts";
import { priceAndVisitMessages } from "./price-and-visits.messages.ts";
import { ticketPage } from "./ticket-page.tsx";
import { voiding } from "./void-entry.ts";

const visit = z.strictObject({
  date: localDate,
  start: optionalLine(8).default(""),
  end: optionalLine(8).default(""),
  duration: optionalLine(30).default(""),
  kilometres: wholeNumber(0, 99_999).default(0),
  description: optionalProse(2000).default(""),
});

const expense = z.strictObject({ on: localDate, amount: amountOfMoney, vat: z.enum(ownVats), description: line(200) });

/** Visits on site and other costs (A3). */
export function onSiteRoutes(): readonly Route[] {
  return [
    ticketPage.deed({
      path: paths.desk.act(":reference", "visits"),
      permission: "time.log",
      params: ofTicket,
      form: "visit",
      input: visit,
      idempotent: true,
      act: async ({ work, params, input: { kilometres, description, ...times } }) => {
        const stretch = readStretch(times, work.now());
        return stretch.ok ? logVisit(work, { ...params, ...stretch.value, kilometres, description }) : stretch;
      },
      said: ({ language }) => priceAndVisitMessages(language).visitLogged,
    }),
    ticketPage.deed({
      path: paths.desk.act(":reference", "expenses"),
      permission: "time.log",
      params: ofTicket,
      form: "expense",
      input: expense,
      idempotent: true,
      act: async ({ work, params, input: { on, amount: amountCents, ...rest } }) =>
        logExpense(work, { ...params, ...rest, on: Temporal.PlainDate.from(on), amountCents }),
      said: ({ language }) => priceAndVisitMessages(language).expenseLogged,
    }),
    ticketPage.deed({
      ...voiding,
      path: paths.desk.voidVisit(":reference", ":id"),
      params: ofTicket.extend({ id: idOf<VisitId>() }),
      form: "void-on-site",
      act: async ({ work, params, input }) => voidVisit(work, { ...params, ...input }),
      said: ({ language }) => priceAndVisitMessages(language).voidedNow,
    }),
    ticketPage.deed({
      ...voiding,
      path: paths.desk.voidExpense(":reference", ":id"),
      params: ofTicket.extend({ id: idOf<ExpenseId>() }),
      form: "void-on-site",
      act: async ({ work, params, input }) => voidExpense(work, { ...params, ...input }),
      said: ({ language }) => priceAndVisitMessages(language).voidedNow,
    }),
  ];
}
