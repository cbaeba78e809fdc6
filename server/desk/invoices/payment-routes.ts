import { z } from "zod";
import { invoiceNumberOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { line, localDate } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import type { DocumentNeeds } from "../../invoices/make-document.ts";
import { paymentMessages } from "../../invoices/payments.messages.ts";
import { recordPayment } from "../../invoices/record-payment.ts";
import { readMoney } from "../../ui/money-text.ts";
import { showInvoice } from "./invoices.tsx";

/** Recording a payment on an invoice, for administrators (M3). */
export function paymentRoutes(needs: Pick<DocumentNeeds, "systemNow">): readonly Route[] {
  return [
    route({
      method: "POST",
      path: paths.desk.payInvoice(":number"),
      access: administrators,
      input: z.strictObject({ paidOn: localDate, amount: line(20) }),
      idempotent: true,
      handle: async ({ work, params, input, view }) => {
        const number = invoiceNumberOf(params);
        const amountCents = readMoney(input.amount);
        if (amountCents === null) return refused({ code: "invalid-input", fields: { amount: "not-an-amount" } });
        const paidOn = Temporal.PlainDate.from(input.paidOn);
        const done = await recordPayment(work, { number, paidOn, amountCents });
        return done.ok
          ? redirect(paths.desk.invoice(number), { toast: paymentMessages(view.language).recorded })
          : refused(done.refusal);
      },
      showAgain: async (request) => showInvoice(request, needs, { payment: request }),
    }),
  ];
}
