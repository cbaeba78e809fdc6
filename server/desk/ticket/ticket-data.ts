import type { Transaction } from "../../db/connect.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import { researchMinutesLeft, researchWarning } from "../../../core/authorisations/ceiling.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { correctableCosts } from "../../../core/charges/decide-correction.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { listAuthorisations } from "../../authorisations/list-authorisations.ts";
import { listCorrections } from "../../charges/list-corrections.ts";
import { chargesOfTicket } from "../../charges/ticket-charges.ts";
import { findAddendumOn } from "../../contracts/addendum-on.ts";
import { contractAt, findTerms, localDateOf } from "../../contracts/contract-on.ts";
import { readPageKey } from "../../db/page-key.ts";
import { listVisibleEvents } from "../../events/list-events.ts";
import type { Work } from "../../events/work.ts";
import { articlesOfTicket, searchArticles } from "../../knowledge/articles.ts";
import { findOrganisation, findSeats } from "../../organisations/find-organisations.ts";
import { namesOf } from "../../people/names.ts";
import { lastTicketsOf } from "../../tickets/board.ts";
import { listAttachments, listMessages } from "../../tickets/read-conversation.ts";
import { listNotes } from "../../tickets/read-notes.ts";
import { duplicateReference } from "../../tickets/list-tickets.ts";
import { readTicket, type TicketRow } from "../../tickets/ticket.ts";
import { expensesOfTicket, findTimer, pageOfEntries, sumResearch, visitsOfTicket } from "../../time/entries.ts";

const mostMessages = 40;

/** What of a ticket's page somebody asked for: keys of earlier messages and of earlier time, and articles to find. */
export interface AskedOfTicket {
  readonly before?: string | undefined;
  readonly entries?: string | undefined;
  readonly articles?: string | undefined;
}

/**
 * Everything the desk shows of a ticket: every part bounded, whatever the ticket's history. Refuses `not-found`,
 * `not-allowed`.
 */
export async function loadTicket(work: Work<Staff>, reference: string, asked: AskedOfTicket) {
  const { tx } = work;
  const read = await readTicket(tx, reference);
  if (read === undefined) return refuse({ code: "not-found" });
  const { ticket, version } = read;
  if (!can(work.actor, "ticket.read", { organisationId: ticket.organisation_id }))
    return refuse({ code: "not-allowed" });
  const organisation = await findOrganisation(tx, ticket.organisation_id);
  if (organisation === undefined) return refuse({ code: "not-found" });
  const { messages, earlier } = await listMessages(tx, ticket, {
    before: readPageKey(asked.before),
    limit: mostMessages,
  });
  const terms = await findTerms(tx, ticket.terms_year);
  const contract = await contractAt(tx, ticket.organisation_id, work.now());
  const beforeEntry = readPageKey(asked.entries);
  const { entries, earlier: earlierEntries } = await pageOfEntries(tx, ticket, beforeEntry);
  const charges = await chargesOfTicket(tx, ticket);
  const names = await namesOf(tx, [ticket.created_by, ticket.assignee_id]);
  const articleText = asked.articles ?? "";
  return accept({
    ticket,
    version,
    organisation,
    messages,
    earlier,
    creator: names.get(ticket.created_by) ?? ticket.reference,
    assignee: ticket.assignee_id === null ? null : (names.get(ticket.assignee_id) ?? null),
    attachments: await listAttachments(tx, ticket, messages),
    notes: await listNotes(tx, ticket, mostMessages),
    events: await listVisibleEvents(tx, {
      organisationId: ticket.organisation_id,
      subject: ticket.id,
      limit: mostMessages,
    }),
    seats: await findSeats(tx, ticket.organisation_id),
    authorisations: await listAuthorisations(tx, ticket),
    charges,
    corrections: await listCorrections(tx, ticket),
    correctable: correctableCosts(charges),
    visits: await visitsOfTicket(tx, ticket),
    expenses: await expensesOfTicket(tx, ticket),
    addendum: await findAddendumOn(tx, ticket.organisation_id, localDateOf(work.now())),
    contract: contract.ok ? contract.value : null,
    terms,
    entries,
    earlierEntries,
    isEarlierTime: beforeEntry !== null,
    research: terms === null ? null : await researchMeter(tx, ticket, terms),
    timer: (await findTimer(tx, work.actor.personId)) ?? null,
    lastTickets: await lastTicketsOf(tx, ticket.organisation_id, { limit: 5, except: ticket.id }),
    articles: await articlesOfTicket(tx, ticket),
    duplicateOf: await duplicateReference(tx, ticket),
    articleText,
    foundArticles:
      ticket.status === "open"
        ? await searchArticles(tx, articleText === "" ? wordsToTry(ticket.title) : articleText, { limit: 8 })
        : [],
  });
}

export type TicketData = Extract<Awaited<ReturnType<typeof loadTicket>>, { ok: true }>["value"];

/** Any of the longer words of the title, so that an article about the same thing is found without searching. */
function wordsToTry(title: string): string {
  const words = title.match(/[\p{L}\d]{5,}/gu) ?? [];
  return words.slice(0, 6).join(" or ");
}

async function researchMeter(tx: Transaction, ticket: TicketRow, terms: ContractTerms) {
  const minutesLeft = ticket.authorised_minutes - ticket.chargeable_minutes;
  const left = researchMinutesLeft({ researchMinutes: await sumResearch(tx, ticket), minutesLeft }, terms);
  return { left, warning: researchWarning(left, terms) };
}
