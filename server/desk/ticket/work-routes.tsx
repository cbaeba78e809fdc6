import { z } from "zod";
import { resolvedOutcomes } from "../../../core/tickets/outcome.ts";
import type { ArticleChoice } from "../../../core/tickets/progress.ts";
import type { AuthorisationId } from "../../../core/values/ids.ts";
import { deliverQuote } from "../../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../../authorisations/withdraw-authorisation.ts";
import { idOf, referenceOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { refused } from "../../http/answer.ts";
import {
  localDate,
  nothing,
  optionalLine,
  optionalProse,
  prose,
  tickBox,
  version,
  windowId,
} from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { closeTicket } from "../../time/close-ticket.ts";
import { readDuration } from "../../ui/duration-text.ts";
import { readMoney } from "../../ui/money-text.ts";
import { caseNumber } from "./case-number.tsx";
import { conversationMessages } from "./conversation.messages.ts";
import { backToTicket, showFormAgain } from "./form-answers.ts";
import { workMessages } from "./work.messages.ts";

/** Asking for authorisation, delivering what was authorised at one price, and resolving. */
export function workRoutes(): readonly Route[] {
  return [askRoute(), withdrawRoute(), deliverRoute(), resolveRoute()];
}

const asking = z.strictObject({
  minutes: optionalLine(30),
  fixedPrice: optionalLine(20).default(""),
  windows: z.array(windowId).max(20).default([]),
  explanation: prose(5000),
  validUntil: z.union([z.literal(""), localDate]).default(""),
});

function askRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "authorisations"),
    access: staff,
    input: asking,
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const minutes = readDuration(input.minutes);
      if (minutes === null)
        return refused({
          code: "invalid-input",
          fields: { minutes: input.minutes === "" ? "required" : "not-a-duration" },
        });
      const fixedPriceCents = input.fixedPrice === "" ? null : readMoney(input.fixedPrice);
      if (fixedPriceCents === null && input.fixedPrice !== "")
        return refused({ code: "invalid-input", fields: { fixedPrice: "not-an-amount" } });
      const validUntil = input.validUntil === "" ? null : Temporal.PlainDate.from(input.validUntil);
      const asked = await requestAuthorisation(work, {
        reference,
        minutes,
        windows: input.windows,
        explanation: input.explanation,
        validUntil,
        fixedPriceCents,
      });
      return backToTicket(asked, reference, workMessages(view.language).asked);
    },
    showAgain: showFormAgain("ask"),
  });
}

function withdrawRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.withdrawAuthorisation(":reference", ":id"),
    access: staff,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const reference = referenceOf(params);
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const done = await withdrawAuthorisation(work, { reference, id: id as AuthorisationId });
      return backToTicket(done, reference, workMessages(view.language).withdrawn);
    },
    showAgain: showFormAgain("step"),
  });
}

function deliverRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.deliverAuthorisation(":reference", ":id"),
    access: staff,
    input: z.strictObject({ deliveredOn: localDate }),
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const deliveredOn = Temporal.PlainDate.from(input.deliveredOn);
      const done = await deliverQuote(work, { reference, id: id as AuthorisationId, deliveredOn });
      return backToTicket(done, reference, workMessages(view.language).deliveredNow);
    },
    showAgain: showFormAgain("deliver"),
  });
}

const resolving = z.strictObject({
  outcome: z.enum(resolvedOutcomes),
  message: optionalProse(20_000),
  article: z.enum(["existing", "new", "none"]),
  articleId: z.union([z.literal(""), z.uuid()]).default(""),
  articleTitle: optionalLine(200).default(""),
  articleBody: optionalProse(50_000).default(""),
  isPublic: tickBox,
  noArticleReason: optionalProse(500).default(""),
  caseNumber,
  seen: version.optional(),
});

function articleOf(input: z.output<typeof resolving>): ArticleChoice<string> {
  if (input.article === "existing") return { kind: "existing", id: input.articleId };
  if (input.article === "none") return { kind: "none", reason: input.noArticleReason };
  return { kind: "new", title: input.articleTitle, body: input.articleBody, isPublic: input.isPublic };
}

function resolveRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.act(":reference", "resolve"),
    access: staff,
    input: resolving,
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const reference = referenceOf(params);
      const { seen } = input;
      const read = await checkAnswered(work, { reference, seen });
      if (!read.ok) return refused(read.refusal);
      const done = await closeTicket(work, {
        reference,
        message: input.message,
        outcome: input.outcome,
        article: articleOf(input),
        caseNumber: input.caseNumber,
      });
      return backToTicket(done, reference, conversationMessages(view.language).closedNow(reference));
    },
    showAgain: showFormAgain("resolve"),
  });
}
