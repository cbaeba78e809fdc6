import { z } from "zod";
import { resolvedOutcomes } from "../../../core/tickets/outcome.ts";
import type { ArticleChoice } from "../../../core/tickets/progress.ts";
import { paths } from "../../faces/paths.ts";
import { optionalLine, optionalProse, tickBox, version } from "../../http/fields.ts";
import { ofTicket } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { checkAnswered } from "../../tickets/check-answered.ts";
import { closeTicket } from "../../time/close-ticket.ts";
import { caseNumberInput } from "../../tickets/set-waiting.ts";
import { conversationMessages } from "./conversation.messages.ts";
import { ticketPage } from "./ticket-page.tsx";

const resolving = z.strictObject({
  outcome: z.enum(resolvedOutcomes),
  message: optionalProse(20_000),
  article: z.enum(["existing", "new", "none"]),
  articleId: z.union([z.literal(""), z.uuid()]).default(""),
  articleTitle: optionalLine(200).default(""),
  articleBody: optionalProse(50_000).default(""),
  isPublic: tickBox,
  noArticleReason: optionalProse(500).default(""),
  caseNumber: caseNumberInput,
  seen: version.optional(),
});

/** Resolving a ticket, with an article for the knowledge base (D3). */
export function resolveRoute(): Route {
  return ticketPage.deed({
    path: paths.desk.act(":reference", "resolve"),
    permission: "ticket.resolve",
    params: ofTicket,
    form: "resolve",
    input: resolving,
    idempotent: true,
    act: async ({ work, params, input }) => {
      const read = await checkAnswered(work, { ...params, seen: input.seen });
      if (!read.ok) return read;
      const { message, outcome, caseNumber: number } = input;
      return closeTicket(work, { ...params, message, outcome, article: articleOf(input), caseNumber: number });
    },
    said: ({ language, params }) => conversationMessages(language).closedNow(params.reference),
  });
}

function articleOf(input: z.output<typeof resolving>): ArticleChoice<string> {
  if (input.article === "existing") return { kind: "existing", id: input.articleId };
  if (input.article === "none") return { kind: "none", reason: input.noArticleReason };
  return { kind: "new", title: input.articleTitle, body: input.articleBody, isPublic: input.isPublic };
}
