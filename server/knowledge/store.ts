import { type Insertable, sql } from "kysely";
import type { ArticleState } from "../../core/knowledge/article-lifecycle.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import type { ArticleText } from "./read-article.ts";

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

/** Ties an article to a ticket. A second time changes nothing. */
export async function insertTicketArticle(tx: Transaction, link: Insertable<Tables["ticket_articles"]>): Promise<void> {
  await tx
    .insertInto("ticket_articles")
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
