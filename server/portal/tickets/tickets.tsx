import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import { capitalised, formatDuration } from "../../../core/values/format.ts";
import { stepNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import { z } from "zod";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { page } from "../../http/answer.ts";
import { pageKey } from "../../http/fields.ts";
import { readPageKey } from "../../db/page-key.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type View } from "../../http/route.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Moment } from "../../ui/moment.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { type ListedTicket, listTickets } from "../../tickets/list-tickets.ts";
import { portalListMessages } from "./tickets.messages.ts";
import { TicketStanding } from "../../tickets/portal-state.tsx";

type Status = "open" | "closed";

const input = z.strictObject({ status: z.enum(["open", "closed"]).default("open"), after: pageKey });

/** The organisation's own tickets, a page at a time (P1). */
export function portalTicketsRoute(): Route {
  return route({
    method: "GET",
    path: paths.portal.tickets,
    access: contacts,
    permission: "ticket.read",
    params: noParams,
    input,
    handle: async ({ work, actor, view, input: { status, after } }) => {
      const { tickets, next } = await listTickets(work.tx, {
        organisationId: actor.organisationId,
        status,
        sort: "activity",
        after: readPageKey(after),
        limit: 25,
      });
      const mayCreate = abilitiesOf(organisationDeeds, actor, actor).has("ticket.create");
      return page(<TicketsPage {...{ view, status, tickets, next, mayCreate }} />);
    },
  });
}

const listPath = (status: Status, after?: string) =>
  `${paths.portal.tickets}?status=${status}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`;

interface TicketsPageProps {
  readonly view: View;
  readonly status: Status;
  readonly tickets: readonly ListedTicket[];
  readonly next: string | null;
  readonly mayCreate: boolean;
}

function TicketsPage({ view, status, tickets, next, mayCreate }: TicketsPageProps): VNode {
  const words = portalListMessages(view.language);
  const newTicket = (
    <LinkButton href={paths.portal.newTicket} variant="primary" icon="plus" shortcut="c">
      {words.newTicket}
    </LinkButton>
  );
  const empty =
    status === "open"
      ? { title: words.noneOpen, hint: words.noneOpenHint }
      : { title: words.noneClosed, hint: words.noneClosedHint };
  return (
    <PortalPage view={view} title={words.title}>
      <PageHead title={words.title} actions={mayCreate ? newTicket : undefined} />
      <Tabs
        label={words.views}
        tabs={[
          { href: paths.portal.tickets, label: words.open, current: status === "open" },
          { href: listPath("closed"), label: words.closed, current: status === "closed" },
        ]}
      />
      <TicketTable
        tickets={tickets}
        view={view}
        caption={words.title}
        status={status}
        empty={<EmptyState title={empty.title}>{empty.hint}</EmptyState>}
      />
      <Pager next={next === null ? undefined : listPath(status, next)} />
    </PortalPage>
  );
}

interface TicketTableProps {
  readonly tickets: readonly ListedTicket[];
  readonly view: Pick<View, "language" | "now">;
  readonly caption: string;
  readonly status: Status;
  readonly empty?: VNode;
  /** Only the columns that name a ticket and its state. */
  readonly brief?: boolean;
}

/** Tickets as rows, or as cards on a phone. */
export function TicketTable({ tickets, view, caption, status, empty, brief }: TicketTableProps): VNode {
  const { language, now } = view;
  const words = portalListMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const columns: Column<ListedTicket>[] = [
    { label: words.subject, lead: true, grow: true, cell: (row) => <Subject ticket={row} language={language} /> },
    {
      label: words.step,
      selfEvident: true,
      cell: (row) => (row.status === "open" ? capitalised(stepNames[language][row.step]) : ""),
    },
    { label: words.standing, selfEvident: true, cell: (row) => <TicketStanding ticket={row} language={language} /> },
    {
      label: words.spent,
      align: "end",
      cell: (row) => words.spentOf(time(row.chargeableMinutes), time(row.authorisedMinutes)),
    },
    {
      label: status === "open" ? words.lastActivity : words.closedAt,
      selfEvident: true,
      align: "end",
      cell: (row) => <Moment at={row.closedAt ?? row.lastActivityAt} now={now} as="ago" />,
    },
  ];
  const shown = columns.filter(
    ({ label }) => !(brief === true && label === words.spent) && !(status === "closed" && label === words.step),
  );
  return (
    <Table
      caption={caption}
      columns={shown}
      rows={tickets}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.portal.ticket(row.reference)}
      empty={empty}
    />
  );
}

/** The title, with its reference and its number of the month beneath (T4). */
function Subject({ ticket, language }: { ticket: ListedTicket; language: Language }): VNode {
  const words = portalListMessages(language);
  const place = words.placeOf(ticket.numberInMonth, formatMonth(ticket.month, language));
  return (
    <span class="row-words row-words-cut">
      <span>{ticket.title}</span>
      <span class="row-note">
        {[ticket.reference, place, ...(ticket.isAdditional ? [words.additional] : [])].join(" · ")}
      </span>
    </span>
  );
}
