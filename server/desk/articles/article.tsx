import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { articleDeeds } from "../../../core/knowledge/article-deeds.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { line, nothing, prose, tickBox, uuid, version } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { Route, RouteRequest } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { readArticle } from "../../knowledge/read-article.ts";
import { editArticle, writeArticle } from "../../knowledge/write-article.ts";
import { namesOf } from "../../people/names.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDateTime } from "../../../core/calendar/format-time.ts";
import { Prose } from "../../ui/prose.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { ArticleMoves, ArticleStanding } from "./article-state.tsx";
import { articleMessages } from "./articles.messages.ts";

const newPath = `${paths.desk.articles}/new`;
const editPath = (id: string) => `${paths.desk.article(id)}/edit`;
const written = { title: line(200), body: prose(50_000), isPublic: tickBox };
export const ofArticle = z.strictObject({ id: uuid });
type OfArticle = z.output<typeof ofArticle>;

/** An article, with buttons to change its state. */
export const articlePage = formPage<Staff, OfArticle, unknown, "move">({
  path: paths.desk.article(":id"),
  access: staff,
  permission: "article.read",
  params: ofArticle,
  query: nothing,
  address: ({ id }) => paths.desk.article(id),
  show: showArticle,
});

const newPage = formPage<Staff, unknown, unknown, "article">({
  path: newPath,
  access: staff,
  permission: "article.write",
  params: noParams,
  query: nothing,
  address: () => newPath,
  show: async (request, refused) => accept(drawForm(request, { refused, action: paths.desk.articles })),
});

const editPage = formPage<Staff, OfArticle, unknown, "article">({
  path: editPath(":id"),
  access: staff,
  permission: "article.edit",
  params: ofArticle,
  query: nothing,
  address: ({ id }) => editPath(id),
  show: showEdit,
});

/** Reading, writing and rewriting an article. */
export function articleRoutes(): readonly Route[] {
  return [newPage.route, writeRoute(), articlePage.route, editPage.route, editRoute()];
}

function writeRoute(): Route {
  return newPage.deed({
    path: paths.desk.articles,
    permission: "article.write",
    params: noParams,
    form: "article",
    input: z.strictObject(written),
    idempotent: true,
    act: async ({ work, input }) => writeArticle(work, input),
    said: ({ language }) => articleMessages(language).saved,
    to: ({ value }) => paths.desk.article(value.id),
  });
}

function editRoute(): Route {
  return editPage.deed({
    path: paths.desk.article(":id"),
    permission: "article.edit",
    params: ofArticle,
    form: "article",
    input: z.strictObject({ ...written, version }),
    act: async ({ work, params, input }) => editArticle(work, { ...params, ...input }),
    said: ({ language }) => articleMessages(language).saved,
    to: ({ params }) => paths.desk.article(params.id),
  });
}

/** An article with its possible actions; after a refused one with the reason. */
async function showArticle(
  { work, view, params }: RouteRequest<Staff, OfArticle, unknown>,
  refused: RefusedForm<"move"> | null,
): Promise<Result<VNode>> {
  const article = await readArticle(work.tx, params.id);
  if (article === undefined) return refuse({ code: "not-found" });
  const abilities = abilitiesOf(articleDeeds, work.actor, { ...article, organisationId: null });
  const words = articleMessages(view.language);
  const writer = (await namesOf(work.tx, [article.writtenBy])).get(article.writtenBy);
  return accept(
    <DeskPage view={view} title={article.title}>
      <PageHead
        back={{ href: paths.desk.articles, label: words.title }}
        kicker={words.by(writer ?? "", formatDateTime(article.writtenAt, view.language))}
        title={article.title}
        lead={
          <>
            <ArticleStanding state={article.state} language={view.language} /> ·{" "}
            {article.isPublic ? words.isPublic : words.internal}
          </>
        }
        actions={
          <>
            {abilities.has("article.edit") && <LinkButton href={editPath(article.id)}>{words.edit}</LinkButton>}
            <ArticleMoves article={article} abilities={abilities} language={view.language} />
          </>
        }
      />
      <RefusalSummary refusal={refused?.refusal ?? null} language={view.language} title={words.notMoved} />
      <Prose text={article.body} markup="markdown" />
    </DeskPage>,
  );
}

async function showEdit(
  request: RouteRequest<Staff, OfArticle, unknown>,
  refused: RefusedForm<"article"> | null,
): Promise<Result<VNode>> {
  const article = await readArticle(request.work.tx, request.params.id);
  if (article === undefined) return refuse({ code: "not-found" });
  return accept(drawForm(request, { refused, action: paths.desk.article(article.id), article }));
}

interface Drawn {
  readonly action: string;
  readonly refused: RefusedForm<"article"> | null;
  /** The present article; absent for a new one. */
  readonly article?: NonNullable<Awaited<ReturnType<typeof readArticle>>>;
}

/** A person who has read a colleague's newer version can save theirs. */
function drawForm(
  { view }: Pick<RouteRequest<Staff, unknown, unknown>, "view">,
  { action, refused, article }: Drawn,
): VNode {
  const { language } = view;
  const words = articleMessages(language);
  const form = typedForm("article", refused, language);
  const theirs = form.refusal?.code === "changed-meanwhile" ? article : undefined;
  const isPublic = form.isAgain ? form.isTicked("isPublic") : article?.isPublic === true;
  const title = article === undefined ? words.newArticle : words.editTitle;
  return (
    <DeskPage view={view} title={title} draftForm="article">
      <PageHead back={{ href: paths.desk.articles, label: words.title }} title={title} />
      <Form
        action={action}
        id="article"
        draft
        version={article?.version}
        idempotencyKey={article === undefined ? randomUUID() : undefined}
      >
        <RefusalSummary refusal={form.refusal} language={language} />
        <TextField {...form.field("title", article?.title)} label={words.heading} maxLength={200} required />
        <TextArea {...form.field("body", article?.body)} label={words.body} hint={words.bodyHint} rows={12} required />
        <Checkbox name="isPublic" label={words.mayRead} checked={isPublic} />
        <FormActions>
          <Button variant="primary">{words.save}</Button>
        </FormActions>
      </Form>
      {theirs !== undefined && (
        <Section title={words.theirs}>
          <p class="text-muted">{words.theirsHint}</p>
          <TextField name="theirTitle" label={words.heading} value={theirs.title} readOnly />
          <TextArea name="theirBody" label={words.body} value={theirs.body} rows={12} readOnly />
        </Section>
      )}
    </DeskPage>
  );
}
