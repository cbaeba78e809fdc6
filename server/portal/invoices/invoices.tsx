import { z } from "zod";
import type { InvoiceId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { page, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { idOf, noParams, ofInvoice } from "../../http/params.ts";
import { type Route, route } from "../../http/route.ts";
import { findReadableInvoice } from "../../invoices/find-readable-invoice.ts";
import { InvoiceContent, InvoiceTable } from "../../invoices/invoice-page.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import type { DocumentNeeds } from "../../invoices/make-document.ts";
import { pdfAnswer } from "../../invoices/pdf-answer.ts";
import { listInvoices } from "../../invoices/read-invoices.ts";
import { listPayments } from "../../invoices/read-settlement.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";

const listInput = z.strictObject({ after: idOf<InvoiceId>().optional() });

/** The customer's invoices, each with its explanation. */
export function portalInvoiceRoutes(needs: DocumentNeeds): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.portal.invoices,
      access: contacts,
      permission: "invoice.read",
      params: noParams,
      input: listInput,
      handle: async ({ work, actor: { organisationId }, view, input }) => {
        const words = invoiceMessages(view.language);
        const { invoices, next } = await listInvoices(work.tx, { ...input, organisationId, limit: 25 });
        return page(
          <PortalPage view={view} title={words.title}>
            <PageHead title={words.title} />
            <InvoiceTable
              invoices={invoices}
              view={view}
              href={paths.portal.invoice}
              empty={
                <EmptyState title={words.none} icon="euro">
                  {words.noneHint}
                </EmptyState>
              }
            />
            <Pager next={next === null ? undefined : `${paths.portal.invoices}?after=${next}`} />
          </PortalPage>,
        );
      },
    }),
    route({
      method: "GET",
      path: paths.portal.invoice(":number"),
      access: contacts,
      permission: "invoice.read",
      params: ofInvoice,
      input: nothing,
      handle: async ({ work, view, params }) => {
        const found = await findReadableInvoice(work, params.number);
        if (!found.ok) return refused(found.refusal);
        const { number } = found.value.summary;
        const payments = await listPayments(work.tx, found.value.summary);
        const links = {
          back: paths.portal.invoices,
          pdf: paths.portal.invoicePdf(number),
          corrected: paths.portal.invoice,
          ticket: paths.portal.ticket,
        };
        return page(
          <PortalPage view={view} title={number}>
            <InvoiceContent invoice={found.value} view={view} payments={payments} links={links} />
          </PortalPage>,
        );
      },
    }),
    route({
      method: "GET",
      path: paths.portal.invoicePdf(":number"),
      access: contacts,
      permission: "invoice.read",
      params: ofInvoice,
      input: nothing,
      handle: async ({ work, params }) => {
        const found = await findReadableInvoice(work, params.number);
        return found.ok ? pdfAnswer(needs, found.value) : refused(found.refusal);
      },
    }),
  ];
}
