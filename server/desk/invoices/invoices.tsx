import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { InvoiceId, OrganisationId } from "../../../core/values/ids.ts";
import { monthsAround, isMonth, monthOfDate } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { rateInputOf } from "../../charges/rate-input.ts";
import { localDateOf } from "../../contracts/contract-on.ts";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { idOf, invoiceNumberOf, monthOfAddress } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { type Answer, download, page, redirect, refused } from "../../http/answer.ts";
import { nothing, optionalLine, uuid } from "../../http/fields.ts";
import { statusOf, wordRefusal } from "../../refusals/refusals.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { InvoiceContent, InvoiceTable } from "../../invoices/invoice-page.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import { mailInvoice } from "../../invoices/mail-invoice.ts";
import type { DocumentNeeds } from "../../invoices/make-document.ts";
import { pdfAnswer } from "../../invoices/pdf-answer.ts";
import { readCreditable } from "../../invoices/read-creditable.ts";
import { findInvoice, type Invoice, type ListedInvoice, listInvoices } from "../../invoices/read-invoices.ts";
import { listPayments } from "../../invoices/read-settlement.ts";
import { listInvoiceMails } from "../../notifications/list-mails.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Form } from "../../ui/form.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { CreditFold } from "./credit-form.tsx";
import { InvoiceMailing } from "./invoice-mailing.tsx";
import { mailingMessages } from "./mailing.messages.ts";
import { PaymentForm, type RefusedPayment } from "./payment-form.tsx";

const listInput = z.strictObject({
  month: optionalLine(7).optional(),
  organisation: uuid.optional(),
  after: uuid.optional(),
});
type ListInput = z.output<typeof listInput>;

/** All invoices, each with its explanation, PDF and export. */
export function deskInvoiceRoutes(needs: DocumentNeeds): readonly Route[] {
  return [
    mailRoute(needs),
    route({
      method: "GET",
      path: paths.desk.invoices,
      access: staff,
      input: listInput,
      handle: async ({ work, actor, view, input }) => {
        const organisationId = input.organisation as OrganisationId | undefined;
        if (!can(actor, "invoice.read", { organisationId: organisationId ?? null }))
          return refused({ code: "not-allowed" });
        const month = input.month !== undefined && isMonth(input.month) ? input.month : undefined;
        const found = await listInvoices(work.tx, {
          organisationId,
          month,
          after: input.after as InvoiceId | undefined,
          limit: 50,
        });
        const name = organisationId === undefined ? null : await findOrganisationName(work.tx, organisationId);
        return page(<InvoicesPage view={view} {...found} name={name} input={input} />);
      },
    }),
    route({
      method: "GET",
      path: paths.desk.invoice(":number"),
      access: staff,
      input: nothing,
      handle: async (request) => showInvoice(request, needs),
    }),
    route({
      method: "GET",
      path: paths.desk.invoicePdf(":number"),
      access: staff,
      input: nothing,
      handle: async ({ work, params }) => {
        const found = await findAnyInvoice(work, invoiceNumberOf(params));
        return found.ok ? pdfAnswer(needs, found.value) : refused(found.refusal);
      },
    }),
    route({
      method: "GET",
      path: paths.desk.rateInput(":organisationId", ":month"),
      access: staff,
      input: nothing,
      handle: async ({ work, actor, params }) => {
        const organisationId = idOf(params, "organisationId") as OrganisationId | null;
        const month = monthOfAddress(params);
        if (organisationId === null || month === null) return refused({ code: "not-found" });
        if ((await findOrganisationName(work.tx, organisationId)) === null) return refused({ code: "not-found" });
        if (!can(actor, "invoice.read", { organisationId })) return refused({ code: "not-allowed" });
        const input = await rateInputOf(work.tx, organisationId, month);
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

type Asking = Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "params" | "view">;
type PageNeeds = Pick<DocumentNeeds, "systemNow">;

interface Refusals {
  readonly payment?: RefusedPayment;
  readonly mailing?: Refusal;
}

function mailRoute(needs: PageNeeds): Route {
  return route({
    method: "POST",
    path: paths.desk.mailInvoice(":number"),
    access: administrators,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const number = invoiceNumberOf(params);
      const mailed = await mailInvoice(work, number);
      return mailed.ok
        ? redirect(paths.desk.invoice(number), { toast: mailingMessages(view.language).mailed })
        : refused(mailed.refusal);
    },
    showAgain: async (request) => showInvoice(request, needs, { mailing: request.refusal }),
  });
}

/** An invoice's page, after a refused payment with the form as it was typed. */
export async function showInvoice(
  { work, actor, view, params }: Asking,
  { systemNow }: PageNeeds,
  { payment, mailing }: Refusals = {},
): Promise<Answer> {
  const found = await findAnyInvoice(work, invoiceNumberOf(params));
  if (!found.ok) return refused(found.refusal);
  const invoice = found.value;
  const { summary } = invoice;
  const { number, organisation_id: organisationId, month } = summary;
  const links = {
    back: paths.desk.invoices,
    pdf: paths.desk.invoicePdf(number),
    corrected: paths.desk.invoice,
    ticket: paths.desk.ticket,
  };
  const more = (
    <LinkButton href={paths.desk.rateInput(organisationId, month)} variant="quiet" download>
      {invoiceMessages(view.language).rateInput}
    </LinkButton>
  );
  const payments = await listPayments(work.tx, invoice.summary);
  const mails = await listInvoiceMails(work.tx, { organisationId, invoiceId: summary.id });
  const mayCredit = summary.kind === "invoice" && can(actor, "invoice.credit", { organisationId });
  const creditable = mayCredit ? await readCreditable(work, number) : null;
  return page(
    <DeskPage view={view} title={number}>
      {mailing !== undefined && <ErrorSummary errors={[{ text: wordRefusal(mailing, view.language) }]} />}
      <InvoiceContent invoice={invoice} view={view} payments={payments} links={links} more={more} />
      <InvoiceMailing
        invoice={summary}
        mails={mails}
        view={view}
        systemNow={systemNow()}
        mayManage={can(actor, "mail.manage", { organisationId })}
      />
      {can(actor, "invoice.record-payment", { organisationId }) && (
        <PaymentForm invoice={invoice.summary} view={view} refused={payment ?? null} />
      )}
      {creditable?.ok === true && <CreditFold creditable={creditable.value} language={view.language} />}
    </DeskPage>,
    statusAfter(mailing ?? payment?.refusal),
  );
}

function statusAfter(refusal: Refusal | undefined): number {
  return refusal === undefined ? 200 : statusOf(refusal);
}

/** An invoice of any organisation; refuses `not-found`, `not-allowed`. */
async function findAnyInvoice(work: Work<Staff>, number: string): Promise<Result<Invoice>> {
  const invoice = await findInvoice(work.tx, number);
  if (invoice === null) return refuse({ code: "not-found" });
  const { organisation_id: organisationId } = invoice.summary;
  return can(work.actor, "invoice.read", { organisationId }) ? accept(invoice) : refuse({ code: "not-allowed" });
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

/** This month and the two years before it; older ones are found by their organisation. */
function monthOptions({ now, language }: View): readonly { value: string; label: string }[] {
  const thisMonth = monthOfDate(localDateOf(now));
  const months = monthsAround(thisMonth, { before: 23, after: 0 }).toReversed();
  return months.map((month) => ({ value: month, label: formatMonth(month, language) }));
}
