import { sql } from "kysely";
import type { ArticleState } from "../../core/knowledge/article-lifecycle.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { type Statements, compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isBefore, type PageKey } from "../db/page-key.ts";
import { nameOf } from "../people/names.ts";

const perPage = 30;

export interface ListedArticle {
  readonly id: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly state: ArticleState;
  readonly writtenAt: Temporal.Instant;
  readonly writtenBy: string | null;
}

/** A page of the articles in a state, newest first, after the last one seen. */
export async function listArticles(
  tx: Transaction,
  state: ArticleState,
  after: PageKey | null,
): Promise<{ articles: readonly ListedArticle[]; next: string | null }> {
  let query = listed(tx).where("articles.state", "=", state);
  if (after !== null) query = query.where(isBefore({ at: "articles.writtenAt", id: "articles.id" }, after));
  const rows = await query
    .orderBy("articles.writtenAt", "desc")
    .orderBy("articles.id", "desc")
    .limit(perPage + 1)
    .execute();
  const { shown, next } = cutPage(rows, perPage, (last) => ({ at: last.writtenAt, id: last.id }));
  return { articles: shown, next };
}

const articlesWith = compiled((from, state: ArticleState, text: string, limit: number) =>
  listed(from)
    .where("articles.state", "=", state)
    .where(
      sql<boolean>`to_tsvector('simple', articles.title || ' ' || articles.body) @@ websearch_to_tsquery('simple', ${text})`,
    )
    .orderBy("articles.writtenAt", "desc")
    .limit(limit),
);

/** At most a page of the articles with all words of a text, newest first; by default only published ones. */
export async function searchArticles(
  tx: Transaction,
  text: string,
  { limit = perPage, state = "published" }: { limit?: number; state?: ArticleState } = {},
): Promise<readonly ListedArticle[]> {
  return articlesWith(tx, state, text, limit);
}

/** The articles tied to a ticket. */
export const articlesOfTicket: (
  tx: Transaction,
  ticket: { readonly organisationId: OrganisationId; readonly id: TicketId },
) => Promise<readonly ListedArticle[]> = compiled((from, ticket) =>
  listed(from)
    .innerJoin("ticket_articles", "ticket_articles.articleId", "articles.id")
    .where("ticket_articles.organisationId", "=", ticket.organisationId)
    .where("ticket_articles.ticketId", "=", ticket.id)
    .orderBy("articles.writtenAt", "desc")
    .limit(20),
);

function listed(from: Statements) {
  return from
    .selectFrom("articles")
    .select([
      "articles.id",
      "articles.title",
      "articles.isPublic",
      "articles.state",
      "articles.writtenAt",
      nameOf("articles.writtenBy").as("writtenBy"),
    ]);
}
