import type { Charge } from "../../core/charges/charge.ts";
import type { Transaction } from "../db/connect.ts";
import { chargeTickets } from "./charge-tickets.ts";
import type { TicketToCharge } from "./list-tickets-to-charge.ts";

/** The charges of a ticket until now, of all months, with reasons. */
export async function chargesOfTicket(tx: Transaction, ticket: TicketToCharge): Promise<readonly Charge[]> {
  return chargeTickets(tx, [ticket]);
}
