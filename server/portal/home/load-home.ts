import { localDateOf, timeZone } from "../../../core/calendar/time-zone.ts";
import { localMonthOf } from "../../../core/tickets/month-counter.ts";
import type { Contact } from "../../../core/access/actor.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { listOpenAuthorisations } from "../../authorisations/list-open.ts";
import { monthToDate } from "../../charges/organisation-charges.ts";
import { isAddendumSignable } from "../../contracts/addendum-standing.ts";
import { findContractOn } from "../../contracts/read-contracts.ts";
import { findOfferedYear } from "../../contracts/known-contracts.ts";
import { findUnconfirmed } from "../../contracts/read-recordings.ts";
import { findNextContract } from "../../contracts/next-contract.ts";
import { isTicketEvent } from "../../events/catalogue/visible.ts";
import { type Happened, listVisibleEvents } from "../../events/list-events.ts";
import { atOnce } from "../../db/at-once.ts";
import type { Transaction } from "../../db/connect.ts";
import type { Work } from "../../events/work.ts";
import { findProvider } from "../../provider/read-provider.ts";
import { findTicketTitles, listTickets, listTicketsWaitingForCustomer } from "../../tickets/list-tickets.ts";
import { countTicketsInMonth } from "../../tickets/read-month-counter.ts";

const mostShown = 8;

/** All data of the customer's first page. It is limited, however long the history. */
export async function loadHome(work: Work<Contact>) {
  const { tx } = work;
  const { organisationId } = work.actor;
  const today = localDateOf(work.now());
  const month = localMonthOf(work.now(), timeZone);
  const { contract, waiting, ...read } = await atOnce({
    contract: contractOrNext(tx, organisationId, today),
    authorisations: listOpenAuthorisations(tx, organisationId, mostShown),
    waiting: listTicketsWaitingForCustomer(tx, organisationId, mostShown * 2),
    offeredYear: findOfferedYear(work, organisationId),
    unconfirmed: findUnconfirmed(tx, organisationId),
    provider: findProvider(tx),
    isAddendumOffered: isAddendumSignable(work, organisationId),
    ticketCount: countTicketsInMonth(work, organisationId, month),
    month: monthToDate(tx, organisationId, month),
    open: listTickets(tx, { organisationId, status: "open", sort: "activity", after: null, limit: mostShown }),
    lately: nameSubjects(work, listVisibleEvents(tx, { organisationId, limit: mostShown })),
  });
  const asked = new Set(read.authorisations.map(({ ticketId }) => ticketId));
  return {
    ...read,
    ...contract,
    questions: waiting.filter((ticket) => !asked.has(ticket.id)).slice(0, mostShown),
  };
}

async function contractOrNext(tx: Transaction, organisationId: OrganisationId, today: Temporal.PlainDate) {
  const contract = await findContractOn(tx, organisationId, today);
  const next = contract === null ? await findNextContract(tx, organisationId, today) : null;
  return { terms: contract?.terms ?? null, nextContractStartsOn: next?.startsOn ?? null };
}

export type Home = Awaited<ReturnType<typeof loadHome>>;

/** Events with their tickets, if they have one. */
async function nameSubjects(work: Work<Contact>, listed: Promise<readonly Happened[]>) {
  const events = await listed;
  const ids = [...new Set(events.filter(isTicketEvent).map(({ subject }) => subject))];
  const tickets = new Map(
    (await findTicketTitles(work.tx, work.actor.organisationId, ids)).map((ticket) => [String(ticket.id), ticket]),
  );
  return events.map((event) => ({ ...event, ticket: tickets.get(event.subject) ?? null }));
}
