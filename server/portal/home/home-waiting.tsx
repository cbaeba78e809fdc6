import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import { Moment } from "../../ui/moment.tsx";
import { Feed } from "../../ui/feed.tsx";
import { Card } from "../../ui/section.tsx";
import { Count } from "../../ui/state.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";

interface Waiting {
  readonly home: Home;
  /** A signatory without a seat sees what waits, but it waits for the contacts (P2). */
  readonly isSeated: boolean;
  readonly view: View;
}

interface Item {
  readonly key: string;
  readonly what: string;
  readonly about: string;
  readonly href: string;
  readonly at: VNode;
}

/** Requests to decide on and tickets with the customer's turn; nothing without any. */
export function WaitsForYou({ home, isSeated, view }: Waiting): VNode | null {
  const words = homeMessages(view.language);
  const items: readonly Item[] = [
    ...home.authorisations.map((asked) => ({
      key: asked.id,
      what:
        asked.fixedPriceCents === null
          ? words.asked(formatDuration(asked.minutes, view.language), formatMoney(asked.estimateCents, view.language))
          : words.askedOnePrice(formatMoney(asked.fixedPriceCents, view.language)),
      about: `${asked.reference} ${asked.title}`,
      href: `${paths.portal.ticket(asked.reference)}#authorisation`,
      at: <Moment at={asked.requestedAt} now={view.now} as="ago" />,
    })),
    ...home.questions.map((ticket) => ({
      key: ticket.id,
      what: isSeated ? words.question : words.questionForContacts,
      about: `${ticket.reference} ${ticket.title}`,
      href: paths.portal.ticket(ticket.reference),
      at: <Moment at={ticket.waitingSince} now={view.now} as="ago" />,
    })),
  ];
  if (items.length === 0) return null;
  return (
    <Card
      tone="waiting"
      title={
        <>
          {isSeated ? words.waiting : words.waitingForContacts} <Count value={items.length} tone="waiting" />
        </>
      }
    >
      <Feed items={items} />
    </Card>
  );
}
