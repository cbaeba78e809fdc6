import { sql } from "kysely";
import type { ArticleState } from "../../core/knowledge/article-lifecycle.ts";
import type { OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { type Subject, versionOf } from "../events/changes.ts";

export interface ArticleText {
  readonly title: string;
  readonly body: string;
  readonly isPublic: boolean;
}

/** An article in the provider's chain of events. */
export function articleSubject(id: string): Subject {
  return { organisationId: null, subject: id };
}

export const articleMoveKinds = ["article-published", "article-retired", "article-restored"] as const;

/** An article with the version for its page (R12). */
export async function readArticle(tx: Transaction, id: string) {
  const version = await versionOf(tx, articleSubject(id));
  const article = await findArticle(tx, id);
  return article === undefined ? undefined : { ...article, version };
}

/** One article by its id, if the role may see it. */
export async function findArticle(tx: Transaction, id: string, options: { lock?: boolean } = {}) {
  const query = tx.selectFrom("articles").selectAll().where("id", "=", id);
  return options.lock === true ? query.forUpdate().executeTakeFirst() : query.executeTakeFirst();
}

export async function insertArticle(
  tx: Transaction,
  article: ArticleText & { id: string; writtenBy: PersonId; writtenAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto("articles")
    .values({
      id: article.id,
      organisationId: null,
      title: article.title,
      body: article.body,
      isPublic: article.isPublic,
      writtenBy: article.writtenBy,
      writtenAt: article.writtenAt,
    })
    .execute();
}

export async function saveArticle(
  tx: Transaction,
  id: string,
  article: ArticleText & { writtenAt: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable("articles")
    .set({
      title: article.title,
      body: article.body,
      isPublic: article.isPublic,
      writtenAt: article.writtenAt,
      version: sql`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

/** Saves an article's state, and a new version. */
export async function saveArticleState(tx: Transaction, id: string, state: ArticleState): Promise<void> {
  await tx
    .updateTable("articles")
    .set({ state, version: sql`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** Ties an article to a ticket that it solved. A second time changes nothing. */
export async function linkArticle(
  tx: Transaction,
  link: { organisationId: OrganisationId; ticketId: TicketId; articleId: string },
): Promise<void> {
  await tx
    .insertInto("ticket_articles")
    .values({ organisationId: link.organisationId, ticketId: link.ticketId, articleId: link.articleId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
