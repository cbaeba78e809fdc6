import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockArticle } from "./lock-article.ts";
import { articleSubject, type ArticleText } from "./read-article.ts";
import { insertArticle, saveArticle } from "./store.ts";

/** Writes a new article of the knowledge base, as a draft (D3). Refuses `not-allowed`. */
export async function writeArticle(work: Work<Staff>, article: ArticleText): Promise<Result<{ id: string }>> {
  const permitted = requirePermission(work.actor, "article.write", { organisationId: null });
  if (!permitted.ok) return permitted;
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
  const locked = await lockArticle(work, id, "article.edit");
  if (!locked.ok) return locked;
  const before = locked.value;
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
