import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { ChargedTicket } from "../../core/charges/charged-work.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import { listVatPositions } from "../organisations/read-vat-positions.ts";
import { loadAuthorisations } from "./load-authorisations.ts";
import { listForgivenOf } from "./read-forgiven.ts";
import { findKindsOf, listCorrectionsOf, listExpensesOf, listVisitsOf } from "./read-other-work.ts";
import { listEntriesOf, type TicketToCharge } from "./list-tickets-to-charge.ts";

/** All work of some tickets of one organisation that can cause charges. */
export async function loadWork(tx: Transaction, tickets: readonly TicketToCharge[]): Promise<OrganisationWork> {
  const [first] = tickets;
  if (first === undefined) return noWork;
  const of = { organisationId: first.organisationId, ticketIds: tickets.map((ticket) => ticket.id) };
  const { has, ...always } = await atOnce({
    has: findKindsOf(tx, of),
    entries: listEntriesOf(tx, tickets),
    vatPositions: listVatPositions(tx, first.organisationId),
  });
  const rare = await atOnce({
    authorisations: has.authorisations ? loadAuthorisations(tx, of) : [],
    visits: has.visits ? listVisitsOf(tx, of) : [],
    expenses: has.expenses ? listExpensesOf(tx, of) : [],
    corrections: has.corrections ? listCorrectionsOf(tx, of) : [],
    forgiven: has.forgiven ? listForgivenOf(tx, of) : [],
  });
  return { tickets: tickets.map(chargedTicket), ...always, ...rare };
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
