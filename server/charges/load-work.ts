import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { ChargedTicket } from "../../core/charges/charged-work.ts";
import type { Transaction } from "../db/connect.ts";
import { listEntriesOf, type TicketToCharge } from "./store.ts";

/** Everything that charges of some tickets of one organisation come of. */
export async function loadWork(tx: Transaction, tickets: readonly TicketToCharge[]): Promise<OrganisationWork> {
  return { ...noWork, tickets: tickets.map(chargedTicket), entries: await listEntriesOf(tx, tickets) };
}

/** A ticket's row as charging knows it. */
export function chargedTicket(row: TicketToCharge): ChargedTicket {
  return {
    id: row.id,
    reference: row.reference,
    createdAt: row.created_at,
    isAdditional: row.is_additional,
    numberInMonth: row.number_in_month,
    startFeeMinutes: row.start_fee_minutes,
    outsideHoursAgreedAt: row.outside_hours_agreed_at,
  };
}
