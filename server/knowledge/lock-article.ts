import { requirePermission } from "../../core/access/can.ts";
import { type ArticleDeed, articleDeeds } from "../../core/knowledge/article-deeds.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { articleMoveKinds, articleSubject, findArticle } from "./read-article.ts";

type FoundArticle = NonNullable<Awaited<ReturnType<typeof findArticle>>>;

/**
 * An article for a deed, locked until the transaction ends (R12). Refuses `not-allowed`, `not-found`,
 * and what its state refuses, with the colleague who moved it.
 */
export async function lockArticle(work: Work, id: string, deed: ArticleDeed): Promise<Result<FoundArticle>> {
  const permitted = requirePermission(work.actor, deed, { organisationId: null });
  if (!permitted.ok) return permitted;
  const article = await findArticle(work.tx, id, { lock: true });
  if (article === undefined) return refuse({ code: "not-found" });
  const able = articleDeeds[deed](article);
  if (able.ok) return accept(article);
  return refuseTelling(work, able.refusal, { ...articleSubject(id), kinds: articleMoveKinds });
}
