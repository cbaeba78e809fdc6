import { z } from "zod";
import { creditModes } from "../../../core/invoices/credit-invoice.ts";
import { invoiceStates } from "../../../core/invoices/invoice-lifecycle.ts";
import { cents, event, nothing } from "./event.ts";

const shown = { isVisible: true, recordedBy: "provider" } as const;
const hidden = { isVisible: false, recordedBy: "provider" } as const;

const issued = z.object({
  number: z.string(),
  month: z.string(),
  totalCents: cents,
  // Invoices of the first version do not have it.
  snapshot: z.string().optional(),
});

export const invoiceEvents = [
  event("invoice-issued", shown, issued),
  event("invoice-credited", shown, issued.extend({ credits: z.string(), mode: z.enum(creditModes) })),
  event("invoice-series-set", hidden, z.object({ year: z.number(), before: z.number(), after: z.number() })),
  event("invoice-sent", hidden, nothing),
  event(
    "invoice-paid",
    hidden,
    z.object({
      // If it is missing, the payment has the id of its event.
      paymentId: z.string().optional(),
      number: z.string(),
      paidOn: z.string(),
      amountCents: cents,
      state: z.enum(invoiceStates),
    }),
  ),
] as const;
