import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import { listRefusedAccesses, type ListedRefusal } from "../../events/list-refused-accesses.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { type Answer, json, page, refused } from "../../http/answer.ts";
import { uuid } from "../../http/fields.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { namesOf } from "../../people/names.ts";
import { loadTimerStrip } from "../../time/timer-strip.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { refusedAccessMessages } from "./refused-accesses.messages.ts";

const input = z.strictObject({ person: uuid.optional(), organisation: uuid.optional(), after: uuid.optional() });
type Input = z.output<typeof input>;
type Asking = RouteRequest<Staff, Input>;

/** Who was refused what and when, for administrators (R38): a page, and the same as JSON. */
export function refusedAccessRoutes(): readonly Route[] {
  return [
    route({ method: "GET", path: paths.desk.refusedAccesses, access: administrators, input, handle: showRefusals }),
    route({ method: "GET", path: paths.api.refusedAccesses, access: administrators, input, handle: answerRefusals }),
  ];
}

async function read({ work, input: { person, organisation, after } }: Asking) {
  return listRefusedAccesses(work.tx, {
    personId: person as PersonId | undefined,
    organisationId: organisation as OrganisationId | undefined,
    after,
    limit: 50,
  });
}

async function answerRefusals(asking: Asking): Promise<Answer> {
  if (!can(asking.actor, "refused-access.read", { organisationId: null })) return refused({ code: "not-allowed" });
  const { refusals, next } = await read(asking);
  return json({ refusals: refusals.map((one) => ({ ...one, lastAt: one.lastAt.toString() })), next });
}

async function showRefusals(asking: Asking): Promise<Answer> {
  const { actor, work, view } = asking;
  if (!can(actor, "refused-access.read", { organisationId: null })) return refused({ code: "not-allowed" });
  const { refusals, next } = await read(asking);
  const [name, timer] = [await nameOfFilter(asking), await loadTimerStrip(work, view.language)];
  const words = refusedAccessMessages(view.language);
  const isFiltered = name !== null;
  return page(
    <DeskPage view={view} title={words.title} timer={timer}>
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

/** The person and organisation that were chosen; null when nobody was. */
async function nameOfFilter({ work, input: { person, organisation } }: Asking): Promise<string | null> {
  const id = person as PersonId | undefined;
  const names = [
    id === undefined ? null : ((await namesOf(work.tx, [id])).get(id) ?? id),
    organisation === undefined
      ? null
      : ((await findOrganisationName(work.tx, organisation as OrganisationId)) ?? organisation),
  ].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(", ");
}

function addressOf({ person, organisation }: Input, after: string | undefined): string {
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

/** Their other refusals are a click away. */
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
