import type { Staff } from "../../core/access/actor.ts";
import { articleLifecycle } from "../../core/knowledge/article-lifecycle.ts";
import { advance } from "../../core/values/lifecycle.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockArticle } from "./lock-article.ts";
import { articleMoveKinds, articleSubject } from "./read-article.ts";
import { saveArticleState } from "./store.ts";

/** The actions on a whole article. */
export const articleMoves = ["publish", "retire", "restore"] as const;
export type ArticleMove = (typeof articleMoves)[number];

const kinds = { publish: "article-published", retire: "article-retired", restore: "article-restored" } as const;

/**
 * Publishes, retires or restores an article (D3). Refuses `not-allowed`, `not-found`, `transition-refused`, and
 * `changed-meanwhile` when it was rewritten or moved since the version that was seen (R12).
 */
export async function moveArticle(
  work: Work<Staff>,
  { id, move, version }: { id: string; move: ArticleMove; version?: number | undefined },
): Promise<Result<null>> {
  const locked = await lockArticle(work, id, `article.${move}`);
  if (!locked.ok) return locked;
  const article = locked.value;
  const next = advance(articleLifecycle, article.state, move);
  if (!next.ok) return next;
  const seen = await checkVersion(work, {
    ...articleSubject(id),
    version,
    kinds: ["article-written", ...articleMoveKinds],
    ownToo: true,
  });
  if (!seen.ok) return seen;
  await saveArticleState(work.tx, id, next.value);
  await recordEvent(work, {
    kind: kinds[move],
    organisationId: null,
    subject: id,
    payload: { before: article.state, after: next.value, version: article.version + 1 },
  });
  return accept(null);
}
