import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { Contact } from "../../../core/access/actor.ts";
import { hourlyRateFor } from "../../../core/contracts/hourly-rate.ts";
import { amountForMinutes } from "../../../core/values/money.ts";
import { listWithAbilities } from "../../authorisations/authorisation-abilities.ts";
import { chargesOfTicket } from "../../charges/ticket-charges.ts";
import { findContractOn, findTerms } from "../../contracts/read-contracts.ts";
import { atOnce } from "../../db/at-once.ts";
import type { PageKey } from "../../db/page-key.ts";
import { listVisibleEvents } from "../../events/list-events.ts";
import type { Work } from "../../events/work.ts";
import { namesOf } from "../../people/names.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { ticketDeeds } from "../../../core/tickets/ticket-deeds.ts";
import { readConversation } from "../../tickets/read-conversation.ts";
import { duplicateReference } from "../../tickets/list-tickets.ts";
import { readTicket, type TicketRow } from "../../tickets/read-ticket.ts";
import { entriesOfTicket } from "../../time/read-entries.ts";
import { listExpenses } from "../../time/read-expenses.ts";
import { listVisits } from "../../time/read-visits.ts";

const mostMessages = 50;
const mostEvents = 100;

/** All data of a ticket's page for its customer, limited by pages; null if they have no such ticket. */
export async function loadPortalTicket(work: Work<Contact>, reference: string, before: PageKey | null) {
  const { tx } = work;
  const read = await readTicket(tx, reference);
  if (read === undefined) return null;
  const { ticket, version } = read;
  const abilities = abilitiesOf(ticketDeeds, work.actor, ticket);
  if (!abilities.has("ticket.read")) return null;
  const { conversation, ...all } = await atOnce({
    conversation: readConversation(tx, ticket, { before, limit: mostMessages }),
    // The terms of the ticket's creation: its windows and its start fee (T1, M4).
    terms: findTerms(tx, ticket.termsYear),
    events: listVisibleEvents(tx, { organisationId: ticket.organisationId, subject: ticket.id, limit: mostEvents }),
    names: namesOf(tx, [ticket.createdBy, ticket.assigneeId]),
    authorisations: listWithAbilities(work, ticket),
    entries: entriesOfTicket(tx, ticket),
    visits: listVisits(tx, ticket),
    expenses: listExpenses(tx, ticket),
    charges: chargesOfTicket(tx, ticket),
    rates: ratesOf(work, ticket),
    duplicateOf: duplicateReference(tx, ticket),
  });
  const { terms } = all;
  return {
    ...all,
    ...conversation,
    ticket,
    version,
    abilities,
    before,
    startFeeCents:
      terms === null
        ? 0n
        : amountForMinutes(ticket.startFeeMinutes, hourlyRateFor(terms.usualWindow, ticket.isAdditional, terms)),
  };
}

export type LoadedTicket = NonNullable<Awaited<ReturnType<typeof loadPortalTicket>>>;

/** The price of an hour on this ticket today; null without a contract (M4, T5). */
async function ratesOf(work: Work<Contact>, ticket: TicketRow) {
  const contract = await findContractOn(work.tx, ticket.organisationId, localDateOf(work.now()));
  if (contract === null) return null;
  const { terms } = contract;
  return terms.windows.map(({ id, names }) => ({ id, names, cents: hourlyRateFor(id, ticket.isAdditional, terms) }));
}
