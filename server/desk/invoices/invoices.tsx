import { atOnce } from "../../db/at-once.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { VNode } from "preact";
import { z } from "zod";
import type { InvoiceId, OrganisationId } from "../../../core/values/ids.ts";
import { monthsAround, isMonth, monthOfDate } from "../../../core/values/month.ts";
import { rateInputOf } from "../../charges/rate-input.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { download, page, refused } from "../../http/answer.ts";
import { nothing, optionalLine } from "../../http/fields.ts";
import { idOf, month as monthOfAddress, noParams } from "../../http/params.ts";
import { type Route, route, type View } from "../../http/route.ts";
import { InvoiceTable } from "../../invoices/invoice-page.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import { type ListedInvoice, listInvoices } from "../../invoices/read-invoices.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";

const listInput = z.strictObject({
  month: optionalLine(7).optional(),
  organisation: idOf<OrganisationId>().optional(),
  after: idOf<InvoiceId>().optional(),
});
type ListInput = z.output<typeof listInput>;
const ofRateInput = z.strictObject({ organisationId: idOf<OrganisationId>(), month: monthOfAddress });

/** All invoices, and the input of each month's charges. */
export function deskInvoiceListRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.invoices,
      access: staff,
      permission: "invoice.read",
      params: noParams,
      input: listInput,
      handle: async ({ work, view, input }) => {
        const { organisation: organisationId, after } = input;
        const month = input.month !== undefined && isMonth(input.month) ? input.month : undefined;
        const { found, name } = await atOnce({
          found: listInvoices(work.tx, { organisationId, month, after, limit: 50 }),
          name: organisationId === undefined ? null : findOrganisationName(work.tx, organisationId),
        });
        return page(<InvoicesPage view={view} {...found} name={name} input={input} />);
      },
    }),
    route({
      method: "GET",
      path: paths.desk.rateInput(":organisationId", ":month"),
      access: staff,
      permission: "invoice.read",
      params: ofRateInput,
      input: nothing,
      handle: async ({ work, params: { organisationId, month } }) => {
        const { name, input } = await atOnce({
          name: findOrganisationName(work.tx, organisationId),
          input: rateInputOf(work.tx, organisationId, month),
        });
        if (name === null) return refused({ code: "not-found" });
        if (!input.ok) return refused(input.refusal);
        return download({
          name: `kwartier-rate-${month}.json`,
          mediaType: "application/json",
          inline: false,
          body: `${JSON.stringify(input.value, null, 2)}\n`,
        });
      },
    }),
  ];
}

interface InvoicesPageProps {
  readonly view: View;
  readonly invoices: readonly ListedInvoice[];
  readonly next: InvoiceId | null;
  readonly name: string | null;
  readonly input: ListInput;
}

function InvoicesPage({ view, invoices, next, name, input }: InvoicesPageProps): VNode {
  const words = invoiceMessages(view.language);
  const isFiltered = name !== null || (input.month ?? "") !== "";
  const empty = isFiltered ? (
    <EmptyState title={words.noneOfFilter}>{words.noneOfFilterHint}</EmptyState>
  ) : (
    <EmptyState title={words.none} icon="euro">
      {words.noneHint}
    </EmptyState>
  );
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead
        title={name === null ? words.title : words.ofOrganisation(name)}
        back={isFiltered ? { href: paths.desk.invoices, label: words.all } : undefined}
      />
      <div class="invoice-filter">
        <Form action={paths.desk.invoices} method="get" layout="inline" label={words.filter}>
          {input.organisation !== undefined && <input type="hidden" name="organisation" value={input.organisation} />}
          <Select
            name="month"
            label={words.filterMonth}
            value={input.month}
            prompt={words.allMonths}
            options={monthOptions(view)}
          />
          <Button>{words.show}</Button>
        </Form>
      </div>
      <InvoiceTable
        invoices={invoices}
        view={view}
        href={paths.desk.invoice}
        empty={empty}
        organisations={name === null}
      />
      <Pager next={next === null ? undefined : nextPage(input, next)} />
    </DeskPage>
  );
}

function nextPage(input: ListInput, after: string): string {
  const query = new URLSearchParams({
    ...(input.month !== undefined && { month: input.month }),
    ...(input.organisation !== undefined && { organisation: input.organisation }),
    after,
  });
  return `${paths.desk.invoices}?${query.toString()}`;
}

/** This month and the two years before it. Older ones can be found by their organisation. */
function monthOptions({ now, language }: View): readonly { value: string; label: string }[] {
  const thisMonth = monthOfDate(localDateOf(now));
  const months = monthsAround(thisMonth, { before: 23, after: 0 }).toReversed();
  return months.map((month) => ({ value: month, label: formatMonth(month, language) }));
}
