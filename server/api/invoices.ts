import { localDateOf } from "../../core/calendar/time-zone.ts";
import { z } from "zod";
import type { InvoiceId } from "../../core/values/ids.ts";
import { accept } from "../../core/values/result.ts";
import { paths } from "../faces/paths.ts";
import { contacts } from "../http/access.ts";
import { pageKey } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { nothing } from "../http/fields.ts";
import { idOf, noParams, ofInvoice } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { findReadableInvoice } from "../invoices/find-readable-invoice.ts";
import { invoiceShape, invoiceToJson, listedInvoiceShape, listedInvoiceToJson } from "../invoices/invoice-json.ts";
import { listInvoices } from "../invoices/read-invoices.ts";

/** A contact's own invoices as JSON. Cents are integers; `next` is the `after` of the next page. */
export function invoiceApiRoutes(): readonly Route[] {
  return [
    endpoint({
      method: "GET",
      path: paths.api.invoices,
      access: contacts,
      permission: "invoice.read",
      params: noParams,
      input: z.strictObject({ after: idOf<InvoiceId>().optional() }),
      output: z.strictObject({ invoices: z.array(listedInvoiceShape), next: pageKey }),
      answer: async ({ work, actor: { organisationId }, input }) => {
        const { invoices, next } = await listInvoices(work.tx, { ...input, organisationId, limit: 50 });
        const today = localDateOf(work.now());
        return accept({ invoices: invoices.map((row) => listedInvoiceToJson(row, today)), next });
      },
    }),
    endpoint({
      method: "GET",
      path: paths.api.invoice(":number"),
      access: contacts,
      permission: "invoice.read",
      params: ofInvoice,
      input: nothing,
      output: invoiceShape,
      answer: async ({ work, actor: reader, view: { language }, params: { number } }) => {
        const found = await findReadableInvoice(work, number);
        if (!found.ok) return found;
        return accept(invoiceToJson(found.value, { reader, today: localDateOf(work.now()), language }));
      },
    }),
  ];
}
