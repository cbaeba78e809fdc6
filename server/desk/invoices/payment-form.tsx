import { writeMoney } from "../../ui/money-text.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { openCentsOf } from "../../../core/invoices/invoice-lifecycle.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { localDateOf } from "../../contracts/contract-on.ts";
import { paths } from "../../faces/paths.ts";
import type { Fields } from "../../http/read-input.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { fieldError } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { AmountField } from "../../ui/text-field.tsx";
import { DateField } from "../../ui/time-fields.tsx";
import { paymentMessages } from "../../invoices/payments.messages.ts";
import type { ListedInvoice } from "../../invoices/read-invoices.ts";
import { recordedOf } from "../../invoices/read-settlement.ts";

export interface RefusedPayment {
  readonly refusal: Refusal;
  readonly fields: Fields;
}

interface PaymentFormProps {
  readonly invoice: ListedInvoice;
  readonly view: View;
  readonly refused: RefusedPayment | null;
}

/**
 * Recording a payment, folded; it proposes all that is open, today (M3), of a credit note what is to be given back.
 * Nothing where nothing is open.
 */
export function PaymentForm({ invoice, view: { language, now }, refused }: PaymentFormProps): VNode | null {
  const words = paymentMessages(language);
  const open = openCentsOf(recordedOf(invoice));
  if (open === 0n && refused === null) return null;
  const isReturn = invoice.kind === "credit-note";
  const typed = (name: string, otherwise: string) => refused?.fields[name]?.[0] ?? otherwise;
  const refusal = refused?.refusal ?? null;
  return (
    <details class="fold invoice-payments" open={refused !== null} id="payment">
      <summary>{isReturn ? words.recordReturn : words.record}</summary>
      <Form action={paths.desk.payInvoice(invoice.number)} id="payment-form" idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={refusal} language={language} />
        <FieldRow>
          <DateField
            name="paidOn"
            label={words.paidOn}
            value={typed("paidOn", localDateOf(now).toString())}
            error={fieldError(refusal, "paidOn", language)}
            required
          />
          <AmountField
            name="amount"
            label={words.amount}
            hint={isReturn ? words.returnHint : words.amountHint}
            value={typed("amount", writeMoney(open, language))}
            error={fieldError(refusal, "amount", language) ?? fieldError(refusal, "amountCents", language)}
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
