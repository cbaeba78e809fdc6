import type { Charge } from "../../core/charges/charge.ts";
import type { Transaction } from "../db/connect.ts";
import { chargeTickets, type TicketToCharge } from "./charge-tickets.ts";

/** The charges of a ticket until now, of all months, with reasons. */
export async function chargesOfTicket(tx: Transaction, ticket: TicketToCharge): Promise<readonly Charge[]> {
  return chargeTickets(tx, [ticket]);
}
