import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { atOnce } from "../../db/at-once.ts";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page, redirect } from "../../http/answer.ts";
import { optionalLine } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { type ListedArticle, searchArticles } from "../../knowledge/list-articles.ts";
import { type ListedOrganisation, listOrganisations } from "../../organisations/find-organisations.ts";
import type { BoardRow } from "../../tickets/board.ts";
import { searchTickets } from "../../tickets/search-tickets.ts";
import { findTicket } from "../../tickets/read-ticket.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { boardMessages } from "../board/board.messages.ts";
import { TicketTable } from "../board/ticket-table.tsx";

const input = z.strictObject({ q: optionalLine(100).default("") });

/** One box for everything: a ticket's number opens it, words find tickets, organisations and articles. */
export function searchRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.search,
      access: staff,
      permission: "board.read",
      params: noParams,
      input,
      handle: search,
    }),
  ];
}

async function search({
  work,
  view,
  input: { q },
}: RouteRequest<Staff, unknown, z.output<typeof input>>): Promise<Answer> {
  const reference = q.toUpperCase();
  if (/^K\d\d-\d{5,}$/.test(reference) && (await findTicket(work.tx, reference)) !== undefined)
    return redirect(paths.desk.ticket(reference));
  const found = q === "" ? { tickets: [], organisations: [], articles: [] } : await findAll(work.tx, q);
  const words = boardMessages(view.language);
  const isEmpty = found.tickets.length + found.organisations.length + found.articles.length === 0;
  return page(
    <DeskPage view={view} title={words.searchTitle} search={q}>
      <PageHead title={q === "" ? words.searchTitle : words.found(q)} lead={q === "" ? words.searchHint : undefined} />
      {q !== "" && isEmpty && (
        <EmptyState title={words.nothing(q)} icon="search">
          {words.nothingHint}
        </EmptyState>
      )}
      <Found view={view} {...found} />
    </DeskPage>,
  );
}

async function findAll(tx: Parameters<typeof searchTickets>[0], text: string) {
  const { organisations, ...found } = await atOnce({
    organisations: listOrganisations(tx, { text, after: undefined }),
    articles: searchArticles(tx, text, { limit: 10 }),
    tickets: searchTickets(tx, text),
  });
  return { ...found, organisations: organisations.organisations.slice(0, 10) };
}

interface FoundProps {
  readonly view: View;
  readonly tickets: readonly BoardRow[];
  readonly organisations: readonly ListedOrganisation[];
  readonly articles: readonly ListedArticle[];
}

function Found({ view, tickets, organisations, articles }: FoundProps): VNode {
  const words = boardMessages(view.language);
  return (
    <>
      {organisations.length > 0 && (
        <Section title={words.organisations}>
          <Links links={organisations.map((one) => ({ href: paths.desk.organisation(one.id), label: one.name }))} />
        </Section>
      )}
      {tickets.length > 0 && (
        <Section title={words.tickets}>
          <TicketTable tickets={tickets} view={view} caption={words.tickets} kind="mixed" />
        </Section>
      )}
      {articles.length > 0 && (
        <Section title={words.articles}>
          <Links links={articles.map((one) => ({ href: paths.desk.article(one.id), label: one.title }))} />
        </Section>
      )}
    </>
  );
}

function Links({ links }: { links: readonly { href: string; label: string }[] }): VNode {
  return (
    <ul class="link-list">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
    </ul>
  );
}
