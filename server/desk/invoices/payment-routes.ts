import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { amountOfMoney, plainDate } from "../../http/fields.ts";
import { ofInvoice } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { paymentMessages } from "../../invoices/payments.messages.ts";
import { recordPayment } from "../../invoices/record-payment.ts";
import type { InvoicePage } from "./invoice.tsx";

/** Recording a payment on an invoice, for administrators (M3). */
export function paymentRoute(invoicePage: InvoicePage): Route {
  return invoicePage.deed({
    path: paths.desk.payInvoice(":number"),
    access: administrators,
    permission: "invoice.record-payment",
    params: ofInvoice,
    form: "payment",
    input: z.strictObject({ paidOn: plainDate, amount: amountOfMoney }),
    idempotent: true,
    act: async ({ work, params, input: { paidOn, amount: amountCents } }) =>
      recordPayment(work, { ...params, paidOn, amountCents }),
    said: ({ language }) => paymentMessages(language).recorded,
  });
}
