import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { type ArticleState, articleStates } from "../../../core/knowledge/article-lifecycle.ts";
import { readPageKey } from "../../db/page-key.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page } from "../../http/answer.ts";
import { optionalLine, pageKey } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { type ListedArticle, listArticles, searchArticles } from "../../knowledge/list-articles.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { articleMessages } from "./articles.messages.ts";

const input = z.strictObject({
  q: optionalLine(100).default(""),
  state: z.enum(articleStates).default("published"),
  after: pageKey,
});

/** The knowledge base: a list and search over it (D3). */
export function articleListRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.articles,
      access: staff,
      permission: "article.read",
      params: noParams,
      input,
      handle: showArticles,
    }),
  ];
}

async function showArticles({
  work,
  view,
  input: { q, state, after },
}: RouteRequest<Staff, unknown, z.output<typeof input>>): Promise<Answer> {
  const words = articleMessages(view.language);
  const { articles, next } =
    q === ""
      ? await listArticles(work.tx, state, readPageKey(after))
      : { articles: await searchArticles(work.tx, q, { state }), next: null };
  return page(
    <DeskPage view={view} title={words.title}>
      <PageHead
        title={words.title}
        actions={
          <LinkButton href={`${paths.desk.articles}/new`} variant="primary" icon="plus" shortcut="c">
            {words.newArticle}
          </LinkButton>
        }
      />
      <Tabs
        label={words.statesLabel}
        tabs={tabOrder.map((one) => ({
          href: listPath({ state: one, q }),
          label: words.tabs[one],
          current: one === state,
        }))}
      />
      <Form action={paths.desk.articles} method="get" layout="inline" label={words.search}>
        {state !== "published" && <input type="hidden" name="state" value={state} />}
        <TextField name="q" label={words.search} hideLabel placeholder={words.search} value={q} maxLength={100} />
        <Button>{words.find}</Button>
      </Form>
      <ArticleTable
        articles={articles}
        view={view}
        empty={<EmptyState title={q === "" ? words.none[state] : words.noneFound}>{words.noneHint}</EmptyState>}
      />
      <Pager
        previous={after === undefined ? undefined : listPath({ state, q })}
        next={next === null ? undefined : listPath({ state, q, after: next })}
      />
    </DeskPage>,
  );
}

const tabOrder = ["published", "draft", "retired"] as const;

function listPath({ state, q, after }: { state: ArticleState; q: string; after?: string }): string {
  const query = new URLSearchParams({
    ...(state !== "published" && { state }),
    ...(q !== "" && { q }),
    ...(after !== undefined && { after }),
  }).toString();
  return query === "" ? paths.desk.articles : `${paths.desk.articles}?${query}`;
}

function ArticleTable({
  articles,
  view: { language },
  empty,
}: {
  articles: readonly ListedArticle[];
  view: View;
  empty: VNode;
}): VNode {
  const words = articleMessages(language);
  return (
    <Table
      caption={words.title}
      rows={articles}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.desk.article(row.id)}
      empty={empty}
      columns={[
        { label: words.heading, lead: true, grow: true, cell: (row) => row.title },
        {
          label: words.readers,
          selfEvident: true,
          cell: (row) => <span class="text-muted">{row.isPublic ? words.isPublic : words.internal}</span>,
        },
        { label: words.writtenBy, selfEvident: true, cell: (row) => row.writtenBy },
        { label: words.writtenAt, selfEvident: true, align: "end", cell: (row) => formatDate(row.writtenAt, language) },
      ]}
    />
  );
}
