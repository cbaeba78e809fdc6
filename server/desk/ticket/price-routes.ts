import { z } from "zod";
import { monthOf } from "../../../core/values/month.ts";
import { isOwnVat } from "../../../core/values/own-vat.ts";
import { correctPrice } from "../../charges/correct-price.ts";
import { withdrawCorrection } from "../../charges/withdraw-correction.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { refused } from "../../http/answer.ts";
import { line, nothing, optionalProse } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { waiveStartFee } from "../../tickets/waive-start-fee.ts";
import { readMoney } from "../../ui/money-text.ts";
import { backToTicket, showFormAgain } from "./form-answers.ts";
import { moreWorkMessages } from "./more-work.messages.ts";

/** Taking something off a ticket's price (CE7, T1). */
export function priceRoutes(): readonly Route[] {
  return [correctRoute(), withdrawRoute(), waiveRoute()];
}

/** A month and a VAT rate, as the form names what is corrected. */
const cost = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2]) (?:standard|reduced|zero)$/, "not-an-option");

function correctRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "corrections"),
    access: staff,
    input: z.strictObject({ cost, amount: line(20), reason: optionalProse(2000).default("") }),
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const amountCents = readMoney(input.amount);
      if (amountCents === null) return refused({ code: "invalid-input", fields: { amount: "not-an-amount" } });
      const [month = "", vat = ""] = input.cost.split(" ");
      if (!isOwnVat(vat)) return refused({ code: "invalid-input", fields: { cost: "not-an-option" } });
      const { reason } = input;
      const done = await correctPrice(work, { reference, month: monthOf(month), vat, amountCents, reason });
      return backToTicket(done, reference, moreWorkMessages(view.language).corrected);
    },
    showAgain: showFormAgain("correct"),
  });
}

function withdrawRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.withdrawCorrection(":reference", ":id"),
    access: staff,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const reference = referenceOf(params);
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const done = await withdrawCorrection(work, { reference, id });
      return backToTicket(done, reference, moreWorkMessages(view.language).correctionWithdrawn);
    },
    showAgain: showFormAgain("withdraw-correction"),
  });
}

function waiveRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "start-fee"),
    access: staff,
    input: z.strictObject({ reason: optionalProse(2000).default("") }),
    handle: async ({ work, params, input: { reason }, view }) => {
      const reference = referenceOf(params);
      const done = await waiveStartFee(work, { reference, reason });
      return backToTicket(done, reference, moreWorkMessages(view.language).waivedNow);
    },
    showAgain: showFormAgain("waive"),
  });
}
