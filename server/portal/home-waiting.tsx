import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import type { View } from "../http/route.ts";
import { formatDuration, formatMoney } from "../ui/format.ts";
import { Moment } from "../ui/moment.tsx";
import { Card } from "../ui/section.tsx";
import { Count } from "../ui/state.tsx";
import { Table } from "../ui/table.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";

/** Requests to decide on and tickets where it is the customer's turn; nothing at all when nothing waits. */
export function WaitsForYou({ home, view }: { home: Home; view: View }): VNode | null {
  const words = homeMessages(view.language);
  const rows = [
    ...home.authorisations.map((asked) => ({
      key: asked.id as string,
      what: words.asked(formatDuration(asked.minutes, view.language), formatMoney(asked.estimateCents, view.language)),
      about: `${asked.reference} ${asked.title}`,
      href: `${paths.portal.ticket(asked.reference)}#authorisation`,
      since: asked.requestedAt,
    })),
    ...home.questions.map((ticket) => ({
      key: ticket.id as string,
      what: words.question,
      about: `${ticket.reference} ${ticket.title}`,
      href: paths.portal.ticket(ticket.reference),
      since: ticket.waiting_since,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Card
      tone="waiting"
      title={
        <>
          {words.waiting} <Count value={rows.length} tone="waiting" />
        </>
      }
    >
      <Table
        caption={words.waiting}
        hideHead
        rows={rows}
        rowKey={(row) => row.key}
        rowHref={(row) => row.href}
        columns={[
          { label: words.waitsFor, lead: true, cell: (row) => row.what },
          { label: words.about, grow: true, selfEvident: true, cell: (row) => <span class="text-muted">{row.about}</span> },
          { label: words.since, hideLabel: true, align: "end", cell: (row) => <Moment at={row.since} now={view.now} as="ago" /> },
        ]}
      />
    </Card>
  );
}
