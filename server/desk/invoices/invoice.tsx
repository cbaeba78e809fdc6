import type { VNode } from "preact";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { invoiceDeeds, mailingDeeds } from "../../../core/invoices/invoice-deeds.ts";
import { accept } from "../../../core/values/result.ts";
import { atOnce } from "../../db/at-once.ts";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { type FormPage, formPage } from "../../http/form-page.ts";
import { ofInvoice } from "../../http/params.ts";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { type Route, route, type View } from "../../http/route.ts";
import { findReadableInvoice } from "../../invoices/find-readable-invoice.ts";
import { InvoiceContent } from "../../invoices/invoice-page.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import { mailInvoice } from "../../invoices/mail-invoice.ts";
import type { DocumentNeeds } from "../../invoices/make-document.ts";
import { pdfAnswer } from "../../invoices/pdf-answer.ts";
import { readCreditable } from "../../invoices/read-creditable.ts";
import type { Invoice } from "../../invoices/read-invoices.ts";
import { listPayments } from "../../invoices/read-settlement.ts";
import { listInvoiceMails } from "../../notifications/list-mails.ts";
import { LinkButton } from "../../ui/button.tsx";
import { CreditFold } from "./credit-form.tsx";
import { InvoiceMailing } from "./invoice-mailing.tsx";
import { mailingMessages } from "./mailing.messages.ts";
import { PaymentForm } from "./payment-form.tsx";
import { paymentRoute } from "./payment-routes.ts";

/** Every form of the page. */
type InvoiceForm = "payment" | "mailing";
export type InvoicePage = FormPage<Staff, { readonly number: string }, InvoiceForm>;

/** One invoice, with its explanation, its PDF, its payments, and the possible actions. */
export function deskInvoiceRoutes(needs: DocumentNeeds): readonly Route[] {
  const invoicePage = invoicePageOf(needs);
  return [invoicePage.route, pdfRoute(needs), mailRoute(invoicePage), paymentRoute(invoicePage)];
}

function pdfRoute(needs: DocumentNeeds): Route {
  return route({
    method: "GET",
    path: paths.desk.invoicePdf(":number"),
    access: staff,
    permission: "invoice.read",
    params: ofInvoice,
    input: nothing,
    handle: async ({ work, params }) => {
      const found = await findReadableInvoice(work, params.number);
      return found.ok ? pdfAnswer(needs, found.value) : refused(found.refusal);
    },
  });
}

function mailRoute(invoicePage: InvoicePage): Route {
  return invoicePage.deed({
    path: paths.desk.mailInvoice(":number"),
    access: administrators,
    permission: "invoice.mail",
    params: ofInvoice,
    form: "mailing",
    input: nothing,
    act: async ({ work, params }) => mailInvoice(work, params.number),
    said: ({ language }) => mailingMessages(language).mailed,
  });
}

function invoicePageOf({ systemNow }: Pick<DocumentNeeds, "systemNow">): InvoicePage {
  return formPage<Staff, { readonly number: string }, unknown, InvoiceForm>({
    path: paths.desk.invoice(":number"),
    access: staff,
    permission: "invoice.read",
    params: ofInvoice,
    query: nothing,
    address: ({ number }) => paths.desk.invoice(number),
    show: async ({ work, view, params }, refusedForm) => {
      const found = await findReadableInvoice(work, params.number);
      return found.ok ? accept(await drawInvoice({ work, view, systemNow }, found.value, refusedForm)) : found;
    },
  });
}

interface Drawing {
  readonly work: Work<Staff>;
  readonly view: View;
  readonly systemNow: () => Temporal.Instant;
}

async function drawInvoice(
  { work, view, systemNow }: Drawing,
  invoice: Invoice,
  refusedForm: RefusedForm<InvoiceForm> | null,
): Promise<VNode> {
  const { summary } = invoice;
  const { number, organisationId, month } = summary;
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
  const form = (name: InvoiceForm) => typedForm(name, refusedForm, view.language);
  const abilities = abilitiesOf(invoiceDeeds, work.actor, { ...summary, today: localDateOf(view.now) });
  const { payments, mails, creditable } = await atOnce({
    payments: listPayments(work.tx, summary),
    mails: listInvoiceMails(work.tx, { organisationId, invoiceId: summary.id }),
    creditable: abilities.has("invoice.credit") ? readCreditable(work.tx, summary) : null,
  });
  const isMailable = abilitiesOf(mailingDeeds, work.actor, { ...summary, mails: mails.length }).has("invoice.mail");
  const payment = form("payment");
  return (
    <DeskPage view={view} title={number}>
      <RefusalSummary refusal={form("mailing").refusal} language={view.language} />
      <InvoiceContent invoice={invoice} view={view} payments={payments} links={links} more={more} />
      <InvoiceMailing invoice={summary} mails={mails} view={view} systemNow={systemNow()} isMailable={isMailable} />
      {(abilities.has("invoice.record-payment") || payment.isAgain) && (
        <PaymentForm invoice={summary} view={view} form={payment} />
      )}
      {creditable !== null && <CreditFold creditable={creditable} language={view.language} />}
    </DeskPage>
  );
}
