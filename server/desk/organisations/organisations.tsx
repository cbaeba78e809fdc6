import type { VNode } from "preact";
import { z } from "zod";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { localDateOf, timeZone } from "../../../core/calendar/time-zone.ts";
import { contractWords } from "../../../core/contracts/contract-words.ts";
import { localMonthOf } from "../../../core/tickets/month-counter.ts";
import { capitalised, formatMoney } from "../../../core/values/format.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import type { Language } from "../../../core/values/language.ts";
import { contractTones } from "../../contracts/contract-tones.ts";
import { type KnownContract, tellingContracts } from "../../contracts/known-contracts.ts";
import { findTerms } from "../../contracts/read-contracts.ts";
import { atOnce } from "../../db/at-once.ts";
import { lastHappenedOf } from "../../events/last-happened.ts";
import type { Work } from "../../events/work.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page } from "../../http/answer.ts";
import { optionalLine, uuid } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { listOrganisations } from "../../organisations/find-organisations.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Table } from "../../ui/table.tsx";
import { countTicketsOfEach } from "../../tickets/read-month-counter.ts";
import { State as StateMark } from "../../ui/state.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { organisationMessages } from "./organisations.messages.ts";

const states = ["current", "archived"] as const;
type State = (typeof states)[number];
const input = z.strictObject({
  q: optionalLine(100).default(""),
  state: z.enum(states).default("current"),
  after: uuid.optional(),
});

/** Every customer by name, a page at a time. */
export function organisationListRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.organisations,
      access: staff,
      permission: "organisation.read",
      params: noParams,
      input,
      handle: showOrganisations,
    }),
  ];
}

async function showOrganisations({
  work,
  actor,
  view,
  input: { q, state, after },
}: RouteRequest<Staff, unknown, z.output<typeof input>>): Promise<Answer> {
  const words = organisationMessages(view.language);
  const mayAdd = abilitiesOf(organisationDeeds, actor, { organisationId: null }).has("organisation.add");
  const { organisations, next } = await listOrganisations(work.tx, {
    text: q,
    after,
    isArchived: state === "archived",
  });
  const standing = await loadListed(
    work,
    organisations.map(({ id }) => id),
  );
  return page(
    <DeskPage view={view} title={words.title}>
      <PageHead
        title={words.title}
        actions={mayAdd && <LinkButton href={paths.desk.newOrganisation}>{words.add}</LinkButton>}
      />
      <Tabs
        label={words.statesLabel}
        tabs={states.map((one) => ({
          href: listPath({ state: one, q }),
          label: words.states[one],
          current: one === state,
        }))}
      />
      <Form action={paths.desk.organisations} method="get" layout="inline" label={words.search}>
        {state === "archived" && <input type="hidden" name="state" value={state} />}
        <TextField name="q" label={words.search} hideLabel placeholder={words.search} value={q} maxLength={100} />
        <Button>{words.find}</Button>
      </Form>
      <Table
        caption={words.title}
        rows={organisations}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.desk.organisation(row.id)}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
        columns={[
          { label: words.name, lead: true, grow: true, cell: (row) => row.name },
          {
            label: words.contract,
            selfEvident: true,
            cell: ({ id }) => <ContractCell contract={standing.contracts.get(id)} language={view.language} />,
          },
          {
            label: words.tickets,
            align: "end",
            cell: ({ id }) => {
              const most = standing.mostTickets(id);
              const count = standing.tickets.get(id) ?? 0;
              return most === null ? "" : words.ticketsOf(count, most);
            },
          },
          {
            label: words.open,
            align: "end",
            cell: ({ openCents }) => (openCents === 0n ? "" : formatMoney(openCents, view.language)),
          },
          {
            label: words.lastActivity,
            align: "end",
            cell: ({ id }) => {
              const at = standing.lastHappened.get(id);
              return at === undefined ? "" : formatDate(localDateOf(at), view.language);
            },
          },
        ]}
      />
      <Pager
        previous={after === undefined ? undefined : listPath({ state, q })}
        next={next === null ? undefined : listPath({ state, q, after: next })}
      />
    </DeskPage>,
  );
}

function listPath({ state, q, after }: { state: State; q: string; after?: string }): string {
  const query = new URLSearchParams({
    ...(state !== "current" && { state }),
    ...(q !== "" && { q }),
    ...(after !== undefined && { after }),
  }).toString();
  return query === "" ? paths.desk.organisations : `${paths.desk.organisations}?${query}`;
}

/** What the list tells of the organisations of its page, whatever their history. */
async function loadListed(work: Work<Staff>, ids: readonly OrganisationId[]) {
  const { contracts, tickets, lastHappened } = await atOnce({
    contracts: tellingContracts(work, ids),
    tickets: countTicketsOfEach(work.tx, ids, localMonthOf(work.now(), timeZone)),
    lastHappened: lastHappenedOf(work.tx, ids),
  });
  const years = [...new Set([...contracts.values()].filter(isInForce).map(({ termsYear }) => termsYear))];
  const terms = new Map(await Promise.all(years.map(async (year) => [year, await findTerms(work.tx, year)] as const)));
  const mostTickets = (id: OrganisationId): number | null => {
    const contract = contracts.get(id);
    return contract === undefined || !isInForce(contract)
      ? null
      : (terms.get(contract.termsYear)?.ticketsPerMonth ?? null);
  };
  return { contracts, tickets, lastHappened, mostTickets };
}

function isInForce({ state }: KnownContract): boolean {
  return state === "active" || state === "terminated";
}

function ContractCell({ contract, language }: { contract: KnownContract | undefined; language: Language }): VNode {
  if (contract === undefined) return <span class="text-muted">{organisationMessages(language).noContractYet}</span>;
  const { state } = contract;
  return <StateMark tone={contractTones[state]}>{capitalised(contractWords[language].states[state].name)}</StateMark>;
}
