import { z } from "zod";
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
            label: words.invoiceMail,
            selfEvident: true,
            cell: (row) => <span class="cell-address">{row.invoiceMailAddress}</span>,
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
