import type { Staff } from "../../core/access/actor.ts";
import { articleLifecycle } from "../../core/knowledge/article-lifecycle.ts";
import { checkOutcome } from "../../core/tickets/escalation.ts";
import type { ResolvedOutcome } from "../../core/tickets/outcome.ts";
import { type ArticleChoice, decideResolution } from "../../core/tickets/progress.ts";
import type { MessageId } from "../../core/values/ids.ts";
import { advance } from "../../core/values/lifecycle.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { findArticle } from "../knowledge/read-article.ts";
import { linkArticle } from "../knowledge/link-article.ts";
import { writeArticle } from "../knowledge/write-article.ts";
import { insertMessage } from "./store.ts";
import { saveTicket } from "./save-ticket.ts";
import type { TicketRow } from "./read-ticket.ts";

export interface Resolution {
  readonly reference: string;
  /** The message to the customer. */
  readonly message: string;
  readonly outcome: ResolvedOutcome;
  readonly article: ArticleChoice<string>;
  /** Microsoft's case number, if it was not known before. (S2) */
  readonly caseNumber?: string | null;
}

/**
 * Closes a ticket with an outcome, a message to the customer and its article or a reason for none (D3, S1, S2). Refuses
 * `not-found` (also for a missing article), `not-allowed`, `ticket-closed`, `message-needed`, `article-needed`,
 * `transition-refused` for a retired article, and `case-number-needed` for an escalation to Microsoft.
 */
export async function resolveTicket(work: Work<Staff>, resolution: Resolution): Promise<Result<null>> {
  const locked = await lockTicket(work, resolution.reference, "ticket.resolve");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const decided = decideResolution(ticket, resolution);
  if (!decided.ok) return decided;
  const caseNumber = resolution.caseNumber ?? ticket.microsoftCase;
  const followed = checkOutcome(resolution.outcome, { caseNumber });
  if (!followed.ok) return followed;
  const articleId = await recordKnowledge(work, ticket, resolution.article);
  if (!articleId.ok) return articleId;
  const now = work.now();
  const messageId = newId<MessageId>();
  const { message, outcome, article } = resolution;
  await insertMessage(work.tx, ticket, {
    id: messageId,
    authorId: work.actor.personId,
    authorIsStaff: true,
    body: message,
    writtenAt: now,
    isSolution: true,
  });
  const reason = article.kind === "none" ? article.reason : null;
  await saveTicket(work.tx, ticket, {
    status: "closed",
    outcome,
    closedAt: now,
    noArticleReason: reason,
    microsoftCase: caseNumber,
    lastActivityAt: now,
  });
  await recordEvent(work, {
    kind: "ticket-resolved",
    organisationId,
    subject: ticket.id,
    payload: { messageId, message, outcome, articleId: articleId.value, noArticleReason: reason, caseNumber },
  });
  return accept(null);
}

async function recordKnowledge(
  work: Work<Staff>,
  ticket: TicketRow,
  article: ArticleChoice<string>,
): Promise<Result<string | null>> {
  if (article.kind === "none") return accept(null);
  const chosen = article.kind === "new" ? await writeArticle(work, article) : await existing(work, article.id);
  if (!chosen.ok) return chosen;
  await linkArticle(work.tx, {
    organisationId: ticket.organisationId,
    ticketId: ticket.id,
    articleId: chosen.value.id,
  });
  return accept(chosen.value.id);
}

async function existing(work: Work<Staff>, id: string): Promise<Result<{ id: string }>> {
  const article = await findArticle(work.tx, id);
  if (article === undefined) return refuse({ code: "not-found" });
  const linked = advance(articleLifecycle, article.state, "link");
  return linked.ok ? accept({ id }) : linked;
}
