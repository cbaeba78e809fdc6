import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { monthsOfYear } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { listTicketsOfMonth, type TicketToCharge } from "./list-tickets-to-charge.ts";

/** The tickets of an organisation with charges in a calendar year, each once. */
export async function listTicketsOfYear(
  tx: Transaction,
  organisationId: OrganisationId,
  year: number,
): Promise<readonly TicketToCharge[]> {
  const found = new Map<TicketId, TicketToCharge>();
  for (const month of monthsOfYear(year))
    for (const ticket of await listTicketsOfMonth(tx, organisationId, month)) found.set(ticket.id, ticket);
  return [...found.values()];
}
