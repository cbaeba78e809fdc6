import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { line, nothing, prose, tickBox, version } from "../../http/fields.ts";
import type { Fields } from "../../http/read-input.ts";
import { fieldError, statusOf } from "../../refusals/refusals.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { readArticle } from "../../knowledge/articles.ts";
import { editArticle, writeArticle } from "../../knowledge/write-article.ts";
import { namesOf } from "../../people/names.ts";
import { loadTimerStrip } from "../../time/timer-strip.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDateTime } from "../../../core/calendar/format-time.ts";
import { Prose } from "../../ui/prose.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { ArticleMoves, ArticleStanding } from "./article-state.tsx";
import { articleMessages } from "./articles.messages.ts";
import { idOf } from "../../faces/params.ts";

const newPath = `${paths.desk.articles}/new`;
const editPath = (id: string) => `${paths.desk.article(id)}/edit`;
const fields = { title: line(200), body: prose(50_000), isPublic: tickBox };

type Asking = Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "view">;

/** Reading, writing and rewriting an article. */
export function articleRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: newPath,
      access: staff,
      input: nothing,
      handle: async (request) => showForm(request, { action: paths.desk.articles, fields: {}, refusal: null }),
    }),
    writeRoute(),
    route({
      method: "GET",
      path: paths.desk.article(":id"),
      access: staff,
      input: nothing,
      handle: async (request) => showArticle(request, idOf(request.params)),
    }),
    route({
      method: "GET",
      path: editPath(":id"),
      access: staff,
      input: nothing,
      handle: async (request) => showEdit(request, idOf(request.params)),
    }),
    editRoute(),
  ];
}

function writeRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.articles,
    access: staff,
    input: z.strictObject(fields),
    idempotent: true,
    handle: async ({ work, input, view }) => {
      const written = await writeArticle(work, input);
      return written.ok
        ? redirect(paths.desk.article(written.value.id), { toast: articleMessages(view.language).saved })
        : refused(written.refusal);
    },
    showAgain: async (request) => showForm(request, { action: paths.desk.articles, ...request }),
  });
}

function editRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.article(":id"),
    access: staff,
    input: z.strictObject({ ...fields, version }),
    handle: async ({ work, params, input, view }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const edited = await editArticle(work, { id, ...input });
      return edited.ok
        ? redirect(paths.desk.article(id), { toast: articleMessages(view.language).saved })
        : refused(edited.refusal);
    },
    showAgain: async (request) => {
      const id = idOf(request.params);
      const now = id === null ? undefined : await readArticle(request.work.tx, id);
      if (now === undefined) return refused({ code: "not-found" });
      // Whoever reads what a colleague made of it meanwhile can save theirs knowing it.
      const fields = { ...request.fields, version: [String(now.version)] };
      const action = paths.desk.article(now.id);
      const isRewritten = request.refusal.code === "changed-meanwhile";
      return showForm(request, { action, fields, refusal: request.refusal, theirs: isRewritten ? now : null });
    },
  });
}

/** An article with what can be done to it; after a move that was refused, with why. */
export async function showArticle(
  { work, actor, view }: Asking,
  id: string | null,
  refusal: Refusal | null = null,
): Promise<Answer> {
  if (!can(actor, "article.read", { organisationId: null })) return refused({ code: "not-allowed" });
  const article = id === null ? undefined : await readArticle(work.tx, id);
  if (article === undefined) return refused({ code: "not-found" });
  const words = articleMessages(view.language);
  const writer = (await namesOf(work.tx, [article.written_by])).get(article.written_by);
  return page(
    <DeskPage view={view} title={article.title} timer={await loadTimerStrip(work, view.language)}>
      <PageHead
        back={{ href: paths.desk.articles, label: words.title }}
        kicker={words.by(writer ?? "", formatDateTime(article.written_at, view.language))}
        title={article.title}
        lead={
          <>
            <ArticleStanding state={article.state} language={view.language} /> ·{" "}
            {article.is_public ? words.isPublic : words.internal}
          </>
        }
        actions={
          <>
            {article.state !== "retired" && <LinkButton href={editPath(article.id)}>{words.edit}</LinkButton>}
            <ArticleMoves article={article} language={view.language} />
          </>
        }
      />
      <RefusalSummary refusal={refusal} language={view.language} title={words.notMoved} />
      <Prose text={article.body} markup="markdown" />
    </DeskPage>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

async function showEdit(request: Asking, id: string | null): Promise<Answer> {
  const article = id === null ? undefined : await readArticle(request.work.tx, id);
  if (article === undefined) return refused({ code: "not-found" });
  const typed = {
    title: [article.title],
    body: [article.body],
    version: [String(article.version)],
    ...(article.is_public && { isPublic: ["yes"] }),
  };
  return showForm(request, { action: paths.desk.article(article.id), fields: typed, refusal: null });
}

interface Shown {
  readonly action: string;
  readonly fields: Fields;
  readonly refusal: Refusal | null;
  /** What a colleague made of it meanwhile. */
  readonly theirs?: { readonly title: string; readonly body: string } | null;
}

async function showForm(
  { work, view }: Asking,
  { action, fields: shown, refusal, theirs = null }: Shown,
): Promise<Answer> {
  const { language } = view;
  const words = articleMessages(language);
  const typed = (name: string) => shown[name]?.[0];
  const title = typed("version") === undefined ? words.newArticle : words.editTitle;
  return page(
    <DeskPage view={view} title={title} draftForm="article" timer={await loadTimerStrip(work, language)}>
      <PageHead back={{ href: paths.desk.articles, label: words.title }} title={title} />
      <Form
        action={action}
        id="article"
        draft
        version={typed("version")}
        idempotencyKey={typed("version") === undefined ? randomUUID() : undefined}
      >
        <RefusalSummary refusal={refusal} language={language} />
        <TextField
          name="title"
          label={words.heading}
          value={typed("title")}
          error={fieldError(refusal, "title", language)}
          maxLength={200}
          required
        />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          value={typed("body")}
          error={fieldError(refusal, "body", language)}
          rows={12}
          required
        />
        <Checkbox name="isPublic" label={words.mayRead} checked={typed("isPublic") === "yes"} />
        <FormActions>
          <Button variant="primary">{words.save}</Button>
        </FormActions>
      </Form>
      {theirs !== null && (
        <Section title={words.theirs}>
          <p class="text-muted">{words.theirsHint}</p>
          <TextField name="theirTitle" label={words.heading} value={theirs.title} readOnly />
          <TextArea name="theirBody" label={words.body} value={theirs.body} rows={12} readOnly />
        </Section>
      )}
    </DeskPage>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
