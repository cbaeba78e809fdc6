import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { atOnce } from "../../db/at-once.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { researchMinutesLeft, researchWarning } from "../../../core/authorisations/ceiling.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { correctableCosts } from "../../../core/charges/decide-correction.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { listWithAbilities } from "../../authorisations/authorisation-abilities.ts";
import { listCorrections } from "../../charges/read-corrections.ts";
import { chargesOfTicket } from "../../charges/ticket-charges.ts";
import { findAddendumOn } from "../../contracts/read-addenda.ts";
import { contractAt, findTerms } from "../../contracts/read-contracts.ts";
import { readPageKey } from "../../db/page-key.ts";
import { listVisibleEvents } from "../../events/list-events.ts";
import type { Work } from "../../events/work.ts";
import { articlesOfTicket, searchArticles } from "../../knowledge/list-articles.ts";
import { findOrganisation, findSeats } from "../../organisations/find-organisations.ts";
import { namesOf } from "../../people/names.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { ticketDeeds } from "../../../core/tickets/ticket-deeds.ts";
import { lastTicketsOf } from "../../tickets/board.ts";
import { readConversation } from "../../tickets/read-conversation.ts";
import { listNotes } from "../../tickets/read-notes.ts";
import { duplicateReference } from "../../tickets/list-tickets.ts";
import { readTicket, type TicketRow } from "../../tickets/read-ticket.ts";
import { listExpenses } from "../../time/read-expenses.ts";
import { pageOfEntries, sumResearch } from "../../time/read-entries.ts";
import { listVisits } from "../../time/read-visits.ts";
import { findTimer } from "../../time/read-timer.ts";

const mostMessages = 40;

/** The query of a ticket's page: keys of earlier messages and earlier time, and words to find articles. */
export interface AskedOfTicket {
  readonly before?: string | undefined;
  readonly entries?: string | undefined;
  readonly articles?: string | undefined;
}

/**
 * All data of a ticket's page on the desk. Every part is limited, whatever the ticket's history. Refuses `not-found`,
 * `not-allowed`.
 */
export async function loadDeskTicket(work: Work<Staff>, reference: string, asked: AskedOfTicket) {
  const { tx } = work;
  const found = await readTicket(tx, reference);
  if (found === undefined) return refuse({ code: "not-found" });
  const { ticket, version } = found;
  const abilities = abilitiesOf(ticketDeeds, work.actor, ticket);
  if (!abilities.has("ticket.read")) return refuse({ code: "not-allowed" });
  const beforeEntry = readPageKey(asked.entries);
  const articleText = asked.articles ?? "";
  const { organisation, conversation, contract, names, page, ...read } = await atOnce({
    organisation: findOrganisation(tx, ticket.organisationId),
    conversation: readConversation(tx, ticket, { before: readPageKey(asked.before), limit: mostMessages }),
    names: namesOf(tx, [ticket.createdBy, ticket.assigneeId]),
    notes: listNotes(tx, ticket, mostMessages),
    events: listVisibleEvents(tx, {
      organisationId: ticket.organisationId,
      subject: ticket.id,
      limit: mostMessages,
    }),
    seats: findSeats(tx, ticket.organisationId),
    authorisations: listWithAbilities(work, ticket),
    charges: chargesOfTicket(tx, ticket),
    corrections: listCorrections(tx, ticket),
    visits: listVisits(tx, ticket),
    expenses: listExpenses(tx, ticket),
    addendum: findAddendumOn(tx, ticket.organisationId, localDateOf(work.now())),
    contract: contractAt(tx, ticket.organisationId, work.now()),
    terms: findTerms(tx, ticket.termsYear),
    page: pageOfEntries(tx, ticket, beforeEntry),
    researchMinutes: sumResearch(tx, ticket),
    timer: findTimer(tx, work.actor.personId),
    lastTickets: lastTicketsOf(tx, ticket.organisationId, { limit: 5, except: ticket.id }),
    articles: articlesOfTicket(tx, ticket),
    duplicateOf: duplicateReference(tx, ticket),
    foundArticles:
      ticket.status === "open"
        ? searchArticles(tx, articleText === "" ? wordsToTry(ticket.title) : articleText, { limit: 8 })
        : [],
  });
  if (organisation === undefined) return refuse({ code: "not-found" });
  const { terms, charges, researchMinutes, timer } = read;
  return accept({
    ...read,
    ...conversation,
    ticket,
    version,
    abilities,
    organisation,
    creator: names.get(ticket.createdBy) ?? ticket.reference,
    assignee: ticket.assigneeId === null ? null : (names.get(ticket.assigneeId) ?? null),
    correctable: correctableCosts(charges),
    contract: contract.ok ? contract.value : null,
    entries: page.entries,
    earlierEntries: page.earlier,
    isEarlierTime: beforeEntry !== null,
    research: terms === null ? null : researchMeter(ticket, researchMinutes, terms),
    timer: timer ?? null,
    articleText,
  });
}

export type TicketData = Extract<Awaited<ReturnType<typeof loadDeskTicket>>, { ok: true }>["value"];

/** Any of the title's longer words, so that an article on the same subject appears without a search. */
function wordsToTry(title: string): string {
  const words = title.match(/[\p{L}\d]{5,}/gu) ?? [];
  return words.slice(0, 6).join(" or ");
}

function researchMeter(ticket: TicketRow, researchMinutes: number, terms: ContractTerms) {
  const minutesLeft = ticket.authorisedMinutes - ticket.chargeableMinutes;
  const left = researchMinutesLeft({ researchMinutes, minutesLeft }, terms);
  return { left, warning: researchWarning(left, terms) };
}
