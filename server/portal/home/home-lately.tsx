import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Feed } from "../../ui/feed.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Section } from "../../ui/section.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";
import { wordHappening } from "../../events/word-happening.ts";

/** The latest events of the organisation's tickets and invoices (P3). */
export function Lately({ home, view }: { home: Home; view: View }): VNode | null {
  const words = homeMessages(view.language);
  const items = home.lately.flatMap((event) => {
    const what = wordHappening(event, view.language);
    if (what === null) return [];
    const about = event.ticket === null ? null : `${event.ticket.reference} ${event.ticket.title}`;
    return [{ key: event.id, what, about, href: hrefOf(event), at: <Moment at={event.at} now={view.now} as="ago" /> }];
  });
  if (items.length === 0) return null;
  return (
    <Section title={words.lately}>
      <Feed items={items} />
    </Section>
  );
}

function hrefOf({ ticket, kind, payload }: Home["lately"][number]): string | undefined {
  if (ticket !== null) return paths.portal.ticket(ticket.reference);
  const isOfInvoice = kind === "invoice-issued" || kind === "invoice-credited";
  return isOfInvoice && typeof payload["number"] === "string" ? paths.portal.invoice(payload["number"]) : undefined;
}
