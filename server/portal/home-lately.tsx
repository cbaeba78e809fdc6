import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import type { View } from "../http/route.ts";
import { Moment } from "../ui/moment.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";
import { wordHappening } from "./word-happening.ts";

/** What happened last in the organisation's tickets and invoices (P3). */
export function Lately({ home, view }: { home: Home; view: View }): VNode | null {
  const words = homeMessages(view.language);
  const rows = home.lately.flatMap((event) => {
    const sentence = wordHappening(event, view.language);
    return sentence === null ? [] : [{ ...event, sentence }];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={words.lately}>
      <Table
        caption={words.lately}
        hideHead
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => hrefOf(row)}
        columns={[
          { label: words.happened, lead: true, cell: (row) => row.sentence },
          { label: words.about, grow: true, selfEvident: true, cell: (row) => row.ticket !== null && <span class="text-muted">{`${row.ticket.reference} ${row.ticket.title}`}</span> },
          { label: words.when, hideLabel: true, align: "end", cell: (row) => <Moment at={row.at} now={view.now} as="ago" /> },
        ]}
      />
    </Section>
  );
}

function hrefOf({ ticket, kind, payload }: Home["lately"][number]): string | undefined {
  if (ticket !== null) return paths.portal.ticket(ticket.reference);
  return kind === "invoice-issued" && typeof payload["number"] === "string" ? paths.portal.invoice(payload["number"]) : undefined;
}
