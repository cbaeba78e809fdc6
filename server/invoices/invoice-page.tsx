import { invoiceKindNames } from "../../core/invoices/invoice-state-words.ts";
import { capitalised } from "../../core/values/format.ts";
import type { VNode } from "preact";
import { monthOf } from "../../core/values/month.ts";
import type { View } from "../http/route.ts";
import { LinkButton } from "../ui/button.tsx";
import { type Definition, DefinitionList } from "../ui/definition-list.tsx";
import { formatDate, formatMonth } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Money } from "../ui/money.tsx";
import { PageHead } from "../ui/section.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { creditFacts, Credits } from "./invoice-credits.tsx";
import { InvoiceLines, InvoiceTotals } from "./invoice-lines.tsx";
import { InvoiceStanding, Payments, standingFacts } from "./invoice-standing.tsx";
import { invoiceMessages } from "./invoices.messages.ts";
import { paymentMessages } from "./payments.messages.ts";
import type { Invoice, ListedInvoice } from "./read-invoices.ts";
import type { Payment } from "./read-settlement.ts";

interface InvoiceContentProps {
  readonly invoice: Invoice;
  readonly view: Pick<View, "language" | "now">;
  readonly payments: readonly Payment[];
  readonly links: {
    readonly back: string;
    readonly pdf: string;
    readonly corrected: (number: string) => string;
    readonly ticket: (reference: string) => string;
  };
  /** The desk also names the customer and offers the export. */
  readonly more?: VNode;
}

/** An issued invoice: facts, lines with reasons, totals. */
export function InvoiceContent({ invoice, view, payments, links, more }: InvoiceContentProps): VNode {
  const { language } = view;
  const words = invoiceMessages(language);
  const { summary } = invoice;
  const month = monthOf(summary.month);
  const actions = (
    <>
      {more}
      <LinkButton href={links.pdf} variant="primary" icon="file" download>
        {words.pdf}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHead
        title={`${capitalised(invoiceKindNames[language][summary.kind])} ${summary.number}`}
        kicker={summary.organisationName}
        lead={words.work(formatMonth(month, language))}
        back={{ href: links.back, label: words.title }}
        actions={actions}
      />
      <DefinitionList items={[...standingFacts(summary, view), ...factsOf(invoice, language, links.corrected)]} />
      <p class="invoice-explained">{words.explained}</p>
      <InvoiceLines lines={invoice.lines} month={month} language={language} ticketHref={links.ticket} />
      <InvoiceTotals
        subtotalCents={summary.subtotalCents}
        vat={invoice.vat}
        totalCents={summary.totalCents}
        language={language}
      />
      <Payments payments={payments} view={view} />
      <Credits credits={invoice.credits} language={language} href={links.corrected} />
    </>
  );
}

function factsOf(invoice: Invoice, language: Language, corrected: (number: string) => string): readonly Definition[] {
  const { summary, corrects } = invoice;
  const words = invoiceMessages(language);
  return [
    { term: words.issuedOn, value: formatDate(summary.issuedOn, language) },
    // A credit note asks for no payment (M3).
    ...(summary.kind === "invoice" ? [{ term: words.dueOn, value: formatDate(summary.dueOn, language) }] : []),
    ...(corrects === null
      ? []
      : [
          {
            term: words.corrects,
            value: (
              <a class="link" href={corrected(corrects)}>
                {corrects}
              </a>
            ),
          },
        ]),
    ...creditFacts(invoice, language),
    { term: words.total, value: <Money cents={summary.totalCents} strong /> },
  ];
}

interface InvoiceTableProps {
  readonly invoices: readonly ListedInvoice[];
  readonly view: Pick<View, "language" | "now">;
  readonly href: (number: string) => string;
  readonly empty: VNode;
  /** Shows the customer. The desk lists all of them. */
  readonly organisations?: boolean;
}

/** Invoices as rows, or as cards on a phone. */
export function InvoiceTable({ invoices, view, href, empty, organisations }: InvoiceTableProps): VNode {
  const { language } = view;
  const words = invoiceMessages(language);
  const columns: Column<ListedInvoice>[] = [
    {
      label: words.number,
      lead: true,
      cell: (row) => (
        <span class="nowrap">
          {row.kind === "invoice"
            ? row.number
            : `${row.number} (${capitalised(invoiceKindNames[language]["credit-note"])})`}
        </span>
      ),
    },
    ...(organisations === true
      ? [{ label: words.organisation, grow: true, cell: (row: ListedInvoice) => row.organisationName }]
      : []),
    { label: words.month, grow: organisations !== true, cell: (row) => formatMonth(row.month, language) },
    { label: words.issuedOn, wideOnly: true, cell: (row) => formatDate(row.issuedOn, language) },
    { label: words.dueOn, cell: (row) => (row.kind === "invoice" ? formatDate(row.dueOn, language) : "") },
    {
      label: paymentMessages(language).state,
      selfEvident: true,
      cell: (row) => <InvoiceStanding invoice={row} view={view} />,
    },
    { label: words.total, align: "end", cell: (row) => <Money cents={row.totalCents} /> },
  ];
  return (
    <Table
      caption={words.title}
      columns={columns}
      rows={invoices}
      rowKey={(row) => row.id}
      rowHref={(row) => href(row.number)}
      empty={empty}
    />
  );
}
