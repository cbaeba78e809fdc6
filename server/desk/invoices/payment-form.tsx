import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { writeMoney } from "../../ui/money-text.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { openCentsOf } from "../../../core/invoices/invoice-lifecycle.ts";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { AmountField } from "../../ui/text-field.tsx";
import { DateField } from "../../ui/time-fields.tsx";
import { paymentMessages } from "../../invoices/payments.messages.ts";
import type { ListedInvoice } from "../../invoices/read-invoices.ts";
import { recordedOf } from "../../invoices/read-settlement.ts";

interface PaymentFormProps {
  readonly invoice: ListedInvoice;
  readonly view: View;
  readonly form: TypedForm;
}

/**
 * A folded form to record a payment. It proposes the whole open amount, today (M3); for a credit note the amount to
 * give back.
 */
export function PaymentForm({ invoice, view: { language, now }, form }: PaymentFormProps): VNode {
  const words = paymentMessages(language);
  const open = openCentsOf(recordedOf(invoice));
  const isReturn = invoice.kind === "credit-note";
  return (
    <details class="fold invoice-payments" open={form.isAgain} id="payment">
      <summary>{isReturn ? words.recordReturn : words.record}</summary>
      <Form action={paths.desk.payInvoice(invoice.number)} id="payment-form" idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={form.refusal} language={language} />
        <FieldRow>
          <DateField {...form.field("paidOn", localDateOf(now).toString())} label={words.paidOn} required />
          <AmountField
            {...form.field("amount", writeMoney(open, language))}
            label={words.amount}
            hint={isReturn ? words.returnHint : words.amountHint}
            error={form.error("amount") ?? form.error("amountCents")}
            required
          />
        </FieldRow>
        <FormActions>
          <Button variant="primary">{words.recordNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
