import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { articleLifecycle } from "../../core/knowledge/article-lifecycle.ts";
import { advance } from "../../core/values/lifecycle.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion, refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { articleMoveKinds, articleSubject, type ArticleText, findArticle } from "./read-article.ts";
import { insertArticle, saveArticle } from "./store.ts";

/** Writes a new article of the knowledge base, as a draft (D3). Refuses `not-allowed`. */
export async function writeArticle(work: Work<Staff>, article: ArticleText): Promise<Result<{ id: string }>> {
  if (!can(work.actor, "article.write", { organisationId: null })) return refuse({ code: "not-allowed" });
  const id = newId();
  await insertArticle(work.tx, { ...article, id, writtenBy: work.actor.personId, writtenAt: work.now() });
  await recordEvent(work, {
    kind: "article-written",
    organisationId: null,
    subject: id,
    payload: { ...article, version: 1 },
  });
  return accept({ id });
}

/**
 * Rewrites an article. Refuses `not-found`, `not-allowed`, `transition-refused` for a retired one (D3), and
 * `changed-meanwhile` when it was rewritten since the version that was seen (R12).
 */
export async function editArticle(
  work: Work<Staff>,
  { id, version, ...article }: ArticleText & { id: string; version: number },
): Promise<Result<null>> {
  if (!can(work.actor, "article.write", { organisationId: null })) return refuse({ code: "not-allowed" });
  const before = await findArticle(work.tx, id, { lock: true });
  if (before === undefined) return refuse({ code: "not-found" });
  const next = advance(articleLifecycle, before.state, "revise");
  if (!next.ok) return refuseTelling(work, next.refusal, { ...articleSubject(id), kinds: articleMoveKinds });
  const seen = await checkVersion(work, { ...articleSubject(id), version, kinds: ["article-written"], ownToo: true });
  if (!seen.ok) return seen;
  await saveArticle(work.tx, id, { ...article, writtenAt: work.now() });
  const payload = {
    before: { title: before.title, body: before.body, isPublic: before.isPublic },
    ...article,
    version: before.version + 1,
  };
  await recordEvent(work, { kind: "article-written", organisationId: null, subject: id, payload });
  return accept(null);
}
