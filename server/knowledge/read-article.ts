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
