import { localDateOf } from "../../core/calendar/time-zone.ts";
import { capitalised } from "../../core/values/format.ts";
import { invoiceStateWords } from "../../core/invoices/invoice-state-words.ts";
import type { VNode } from "preact";
import { type InvoiceState, invoiceStateOn, openCentsOf } from "../../core/invoices/invoice-lifecycle.ts";
import type { View } from "../http/route.ts";
import type { Definition } from "../ui/definition-list.tsx";
import { formatDate } from "../../core/calendar/format-time.ts";
import { Money } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { State, type Tone } from "../ui/state.tsx";
import { Table } from "../ui/table.tsx";
import { paymentMessages } from "./payments.messages.ts";
import type { ListedInvoice } from "./read-invoices.ts";
import { type Payment, recordedOf } from "./read-settlement.ts";

type Now = Pick<View, "language" | "now">;

const tones: Readonly<Record<Exclude<InvoiceState, "proposed">, Tone>> = {
  issued: "neutral",
  sent: "active",
  "partly-paid": "active",
  paid: "done",
  overdue: "refused",
  credited: "neutral",
};

/** The state of an invoice today (M3); nothing for a credit note, which asks for no payment. */
export function InvoiceStanding({ invoice, view }: { invoice: ListedInvoice; view: Now }): VNode | null {
  if (invoice.kind === "credit-note") return null;
  const state = invoiceStateOn(recordedOf(invoice), localDateOf(view.now));
  return <State tone={tones[state]}>{capitalised(invoiceStateWords[view.language].states[state].name)}</State>;
}

/**
 * The state among an invoice's facts, with the open amount after a part payment; for a credit note the amount to pay
 * back.
 */
export function standingFacts(invoice: ListedInvoice, view: Now): readonly Definition[] {
  const words = paymentMessages(view.language);
  const open = openCentsOf(recordedOf(invoice));
  if (invoice.kind === "credit-note")
    return open < 0n ? [{ term: words.toReturn, value: <Money cents={-open} /> }] : [];
  const isTouched = invoice.paidCents !== 0n || invoice.creditedCents !== 0n;
  return [
    { term: words.state, value: <InvoiceStanding invoice={invoice} view={view} /> },
    ...(isTouched && open > 0n ? [{ term: words.open, value: <Money cents={open} /> }] : []),
  ];
}

/** The payments with their dates; nothing without any. */
export function Payments({ payments, view }: { payments: readonly Payment[]; view: Now }): VNode | null {
  const words = paymentMessages(view.language);
  if (payments.length === 0) return null;
  return (
    <div class="invoice-payments">
      <Section title={words.payments}>
        <Table
          caption={words.payments}
          rows={payments}
          rowKey={(payment) => payment.id}
          columns={[
            { label: words.paidOn, lead: true, cell: (payment) => formatDate(payment.paidOn, view.language) },
            { label: words.amount, align: "end", cell: (payment) => <Money cents={payment.amountCents} /> },
          ]}
        />
      </Section>
    </div>
  );
}
