import { abilitiesOf } from "../../../core/access/abilities.ts";
import { organisationDeeds } from "../../../core/organisations/organisation-deeds.ts";
import type { VNode } from "preact";
import { timeZone } from "../../../core/calendar/time-zone.ts";
import type { Contact } from "../../../core/access/actor.ts";
import { recordingMessages } from "../../contracts/recording.messages.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { page } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { noParams } from "../../http/params.ts";
import { type Route, route, type View } from "../../http/route.ts";
import { TicketTable } from "../tickets/tickets.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { homeMessages } from "./home.messages.ts";
import { Lately } from "./home-lately.tsx";
import { Provider } from "./home-provider.tsx";
import { ThisMonth } from "./home-month.tsx";
import { WaitsForYou } from "./home-waiting.tsx";
import { type Home, loadHome } from "./load-home.ts";

/** The customer's first page: what waits, the month, open tickets, the latest events (P1). */
export function homeRoute(): Route {
  return route({
    method: "GET",
    path: paths.portal.home,
    access: contacts,
    permission: "ticket.read",
    params: noParams,
    input: nothing,
    handle: async ({ work, actor, view }) => page(<HomePage home={await loadHome(work)} actor={actor} view={view} />),
  });
}

interface HomeProps {
  readonly home: Home;
  readonly actor: Contact;
  readonly view: View;
}

function HomePage({ home, actor, view }: HomeProps): VNode {
  const words = homeMessages(view.language);
  // A signatory without a seat reads along (P2).
  const isSeated = abilitiesOf(organisationDeeds, actor, actor).has("ticket.create");
  const mayCreate = isSeated && home.terms !== null;
  const isNew = home.open.tickets.length === 0 && home.lately.length === 0;
  const newTicket = (
    <LinkButton href={paths.portal.newTicket} variant="primary" icon="plus" shortcut="c">
      {words.newTicket}
    </LinkButton>
  );
  return (
    <PortalPage view={view} title={words.title}>
      <PageHead
        title={greeting(view)}
        kicker={view.identity?.organisationName}
        actions={mayCreate && !isNew ? newTicket : undefined}
      />
      {!isSeated && <Notice>{words.readOnly}</Notice>}
      <ContractNotice home={home} view={view} />
      {home.unconfirmed !== undefined && (
        <Notice tone="waiting" action={<LinkButton href={paths.portal.contract}>{words.toContract}</LinkButton>}>
          {recordingMessages(view.language).toConfirm(home.unconfirmed.termsYear)}
        </Notice>
      )}
      {home.isAddendumOffered && (
        <Notice tone="waiting" action={<LinkButton href={paths.portal.contract}>{words.toContract}</LinkButton>}>
          {words.addendumOffered}
        </Notice>
      )}
      <WaitsForYou home={home} isSeated={isSeated} view={view} />
      <ThisMonth home={home} view={view} />
      {isNew ? (
        <EmptyState title={words.welcome} icon="plus" action={mayCreate ? newTicket : undefined}>
          {words.welcomeHint}
        </EmptyState>
      ) : (
        <OpenTickets home={home} view={view} />
      )}
      <Lately home={home} view={view} />
      <Provider home={home} view={view} />
    </PortalPage>
  );
}

function ContractNotice({ home, view }: Pick<HomeProps, "home" | "view">): VNode | null {
  const words = homeMessages(view.language);
  const toContract = <LinkButton href={paths.portal.contract}>{words.toContract}</LinkButton>;
  const { nextContractStartsOn: starts, offeredYear } = home;
  if (offeredYear !== null)
    return (
      <Notice tone="waiting" action={toContract}>
        {words.contractOffered(offeredYear)}
      </Notice>
    );
  if (home.terms !== null) return null;
  return (
    <Notice tone="waiting" action={toContract}>
      {starts === null ? words.noContract : words.contractStarts(formatDate(starts, view.language))}
    </Notice>
  );
}

function OpenTickets({ home, view }: Pick<HomeProps, "home" | "view">): VNode {
  const words = homeMessages(view.language);
  return (
    <Section
      title={words.openTickets}
      actions={
        <LinkButton href={paths.portal.tickets} variant="quiet">
          {words.all}
        </LinkButton>
      }
    >
      <TicketTable
        brief
        tickets={home.open.tickets}
        view={view}
        caption={words.openTickets}
        status="open"
        empty={<EmptyState title={words.noneOpen}>{home.terms === null ? undefined : words.noneOpenHint}</EmptyState>}
      />
    </Section>
  );
}

function greeting(view: View): string {
  const { hour } = view.now.toZonedDateTimeISO(timeZone);
  const part = hour >= 6 && hour < 12 ? "morning" : hour >= 12 && hour < 18 ? "afternoon" : "evening";
  const firstName = view.identity?.personName.split(" ")[0] ?? "";
  return `${homeMessages(view.language).greetings[part]}, ${firstName}`;
}
