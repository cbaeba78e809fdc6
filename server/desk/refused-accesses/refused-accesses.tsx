import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { listRefusedAccesses, type ListedRefusal } from "../../events/list-refused-accesses.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { type RefusedAccessFilter, refusedAccessFilter } from "../../faces/refused-access-filter.ts";
import { administrators } from "../../http/access.ts";
import { type Answer, page } from "../../http/answer.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { namesOf } from "../../people/names.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { refusedAccessMessages } from "./refused-accesses.messages.ts";

type Asking = RouteRequest<Staff, unknown, RefusedAccessFilter>;

/** The record of refused accesses, for administrators (R38). */
export function refusedAccessRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.refusedAccesses,
      access: administrators,
      permission: "refused-access.read",
      params: noParams,
      input: refusedAccessFilter,
      handle: showRefusals,
    }),
  ];
}

async function showRefusals(asking: Asking): Promise<Answer> {
  const { work, view, input } = asking;
  const { refusals, next } = await listRefusedAccesses(work.tx, { ...input, limit: 50 });
  const name = await nameOfFilter(asking);
  const words = refusedAccessMessages(view.language);
  const isFiltered = name !== null;
  return page(
    <DeskPage view={view} title={words.title}>
      <PageHead
        title={isFiltered ? words.of(name) : words.title}
        lead={words.lead}
        back={isFiltered ? { href: paths.desk.refusedAccesses, label: words.all } : undefined}
      />
      <Table
        caption={words.title}
        rows={refusals}
        rowKey={(row) => row.id}
        rowTitle={(row) => words.mark(row.requestId)}
        empty={
          <EmptyState title={words.none} icon="lock">
            {words.noneHint}
          </EmptyState>
        }
        columns={columnsOf(view)}
      />
      <Pager
        previous={asking.input.after === undefined ? undefined : addressOf(asking.input, undefined)}
        next={next === null ? undefined : addressOf(asking.input, next)}
      />
    </DeskPage>,
  );
}

/** The chosen person and organisation; null without a choice. */
async function nameOfFilter({ work, input: { person, organisation } }: Asking): Promise<string | null> {
  const names = [
    person === undefined ? null : ((await namesOf(work.tx, [person])).get(person) ?? person),
    organisation === undefined ? null : ((await findOrganisationName(work.tx, organisation)) ?? organisation),
  ].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(", ");
}

function addressOf({ person, organisation }: RefusedAccessFilter, after: string | undefined): string {
  const query = new URLSearchParams({
    ...(person !== undefined && { person }),
    ...(organisation !== undefined && { organisation }),
    ...(after !== undefined && { after }),
  }).toString();
  return query === "" ? paths.desk.refusedAccesses : `${paths.desk.refusedAccesses}?${query}`;
}

function columnsOf(view: View): Column<ListedRefusal>[] {
  const words = refusedAccessMessages(view.language);
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return [
    { label: words.who, lead: true, cell: (row) => <Who row={row} nobody={words.nobody} /> },
    { label: words.organisation, selfEvident: true, cell: (row) => <OfWhom row={row} /> },
    { label: words.what, selfEvident: true, cell: (row) => reasons[row.reason] ?? row.reason },
    {
      label: words.address,
      grow: true,
      cell: (row) =>
        row.address === "" ? (
          <span class="text-muted">{words.several}</span>
        ) : (
          <code title={row.address}>{row.address}</code>
        ),
    },
    { label: words.from, cell: (row) => row.network },
    { label: words.times, align: "end", cell: (row) => row.hits },
    { label: words.when, align: "end", cell: (row) => <Moment at={row.lastAt} now={view.now} /> },
  ];
}

/** A link to the person's other refusals. */
function Who({ row: { personId, personName }, nobody }: { row: ListedRefusal; nobody: string }): VNode {
  if (personId === null) return <span class="text-muted">{nobody}</span>;
  return (
    <a class="cell-name nowrap" href={addressOf({ person: personId }, undefined)}>
      {personName ?? personId}
    </a>
  );
}

function OfWhom({ row: { organisationId, organisationName } }: { row: ListedRefusal }): VNode | null {
  if (organisationId === null) return null;
  return (
    <a class="cell-name text-muted" href={addressOf({ organisation: organisationId }, undefined)}>
      {organisationName}
    </a>
  );
}
