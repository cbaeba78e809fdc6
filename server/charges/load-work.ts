import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { ChargedTicket } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import { listVatPositionsOf } from "../organisations/read-vat-positions.ts";
import { loadAuthorisations } from "./load-authorisations.ts";
import { listForgivenOf } from "./read-forgiven.ts";
import { findKindsOf, listCorrectionsOf, listExpensesOf, listVisitsOf, type OfTickets } from "./read-other-work.ts";
import { listEntriesOf, organisationsOf, type TicketToCharge } from "./list-tickets-to-charge.ts";

/** The kinds of work besides entries, and whether any ticket has some of it. */
type Kinds = Awaited<ReturnType<typeof findKindsOf>>;
const everyKind: Kinds = { authorisations: true, visits: true, expenses: true, corrections: true, forgiven: true };

/**
 * All work of some tickets of one organisation that can cause charges. Most have entries alone, so it first asks which
 * kinds there are.
 */
export async function loadWork(tx: Transaction, tickets: readonly TicketToCharge[]): Promise<OrganisationWork> {
  if (tickets.length === 0) return noWork;
  const { kinds, ...usual } = await atOnce({ kinds: findKindsOf(tx, askedFor(tickets)), ...usualWork(tx, tickets) });
  const [work = noWork] = workOfEach(tickets, { ...usual, ...(await loadRare(tx, tickets, kinds)) }).values();
  return work;
}

/** The same for tickets of several organisations, in as many statements as for one, and all at once. */
export async function loadWorkOfEach(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
): Promise<ReadonlyMap<OrganisationId, OrganisationWork>> {
  if (tickets.length === 0) return new Map();
  const { rare, ...usual } = await atOnce({ rare: loadRare(tx, tickets, everyKind), ...usualWork(tx, tickets) });
  return workOfEach(tickets, { ...usual, ...rare });
}

function askedFor(tickets: readonly TicketToCharge[]): OfTickets {
  return { organisationIds: organisationsOf(tickets), ticketIds: tickets.map((ticket) => ticket.id) };
}

function usualWork(tx: Transaction, tickets: readonly TicketToCharge[]) {
  return { entries: listEntriesOf(tx, tickets), vatPositions: listVatPositionsOf(tx, organisationsOf(tickets)) };
}

async function loadRare(tx: Transaction, tickets: readonly TicketToCharge[], has: Kinds) {
  const of = askedFor(tickets);
  return atOnce({
    authorisations: has.authorisations ? loadAuthorisations(tx, of) : [],
    visits: has.visits ? listVisitsOf(tx, of) : [],
    expenses: has.expenses ? listExpensesOf(tx, of) : [],
    corrections: has.corrections ? listCorrectionsOf(tx, of) : [],
    forgiven: has.forgiven ? listForgivenOf(tx, of) : [],
  });
}

type Loaded = Awaited<ReturnType<typeof loadRare>> & {
  readonly entries: Awaited<ReturnType<typeof listEntriesOf>>;
  readonly vatPositions: Awaited<ReturnType<typeof listVatPositionsOf>>;
};

function workOfEach(
  tickets: readonly TicketToCharge[],
  { vatPositions, ...work }: Loaded,
): ReadonlyMap<OrganisationId, OrganisationWork> {
  const workOf = dealOut(tickets, work);
  const ids = organisationsOf(tickets);
  return new Map(ids.map((id) => [id, { ...workOf(id), vatPositions: vatPositions.get(id) ?? [] }]));
}

type WorkOfTickets = Omit<OrganisationWork, "vatPositions">;

/** Deals work out to the organisations of its tickets. The order of each kind stays. */
function dealOut(
  tickets: readonly TicketToCharge[],
  work: Omit<WorkOfTickets, "tickets">,
): (organisationId: OrganisationId) => WorkOfTickets {
  const ownerOf = new Map<string, OrganisationId>(tickets.map((ticket) => [ticket.id, ticket.organisationId]));
  const deal = <Each>(all: readonly Each[], ticketIdOf: (each: Each) => string) => {
    const dealt = Map.groupBy(all, (each) => ownerOf.get(ticketIdOf(each)));
    return (organisationId: OrganisationId): readonly Each[] => dealt.get(organisationId) ?? [];
  };
  const ofTicket = <Each extends { readonly ticketId: string }>(all: readonly Each[]) =>
    deal(all, (each) => each.ticketId);
  const dealt = {
    tickets: deal(tickets.map(chargedTicket), (ticket) => ticket.id),
    entries: ofTicket(work.entries),
    authorisations: ofTicket(work.authorisations),
    visits: ofTicket(work.visits),
    expenses: ofTicket(work.expenses),
    corrections: ofTicket(work.corrections),
    forgiven: deal(work.forgiven, ({ key }) => key.ticketId),
  };
  return (id) => ({
    tickets: dealt.tickets(id),
    entries: dealt.entries(id),
    authorisations: dealt.authorisations(id),
    visits: dealt.visits(id),
    expenses: dealt.expenses(id),
    corrections: dealt.corrections(id),
    forgiven: dealt.forgiven(id),
  });
}

/** A ticket's row in charging's own shape. */
export function chargedTicket(row: TicketToCharge): ChargedTicket {
  return {
    id: row.id,
    reference: row.reference,
    createdAt: row.createdAt,
    isAdditional: row.isAdditional,
    numberInMonth: row.numberInMonth,
    startFeeMinutes: row.startFeeMinutes,
    isStartFeeWaived: row.startFeeWaivedAt !== null,
    outsideHoursAgreedAt: row.outsideHoursAgreedAt,
  };
}
