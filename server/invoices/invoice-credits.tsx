import type { VNode } from "preact";
import type { Definition } from "../ui/definition-list.tsx";
import { capitalised } from "../../core/values/format.ts";
import { formatDate } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Money } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { creditMessages } from "./credits.messages.ts";
import type { CreditOfInvoice } from "./read-credits.ts";
import type { Invoice } from "./read-invoices.ts";

/** The reason and effect of a credit by a person (CE7). */
export function creditFacts({ credit }: Invoice, language: Language): readonly Definition[] {
  const words = creditMessages(language);
  if (credit === null) return [];
  return [
    { term: words.reason, value: credit.reason },
    { term: words.afterwards, value: capitalised(words.outcomes[credit.mode]) },
  ];
}

interface CreditsProps {
  readonly credits: readonly CreditOfInvoice[];
  readonly language: Language;
  readonly href: (number: string) => string;
}

/** The credit notes of an invoice; nothing without any. */
export function Credits({ credits, language, href }: CreditsProps): VNode | null {
  const words = creditMessages(language);
  if (credits.length === 0) return null;
  return (
    <div class="invoice-payments">
      <Section title={words.credits}>
        <Table
          caption={words.credits}
          rows={credits}
          rowKey={(credit) => credit.number}
          rowHref={(credit) => href(credit.number)}
          hideHead
          columns={[
            { label: words.number, lead: true, cell: (credit) => <span class="nowrap">{credit.number}</span> },
            { label: words.afterwards, selfEvident: true, grow: true, cell: ({ mode }) => words.outcomes[mode] },
            {
              label: words.issuedOn,
              selfEvident: true,
              cell: (credit) => formatDate(credit.issuedOn, language),
            },
            { label: words.total, align: "end", cell: (credit) => <Money cents={credit.totalCents} /> },
          ]}
        />
      </Section>
    </div>
  );
}
