import type { Charge } from "../../core/charges/charge.ts";
import { totalsOf, type Totals } from "../../core/charges/totals.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { chargeTickets } from "./charge-tickets.ts";
import { listTicketsOfMonth } from "./list-tickets-to-charge.ts";

export interface MonthCharges {
  readonly charges: readonly Charge[];
  readonly totals: Totals;
}

/** The cost of an organisation's month until now (M2). Reads only the tickets created or worked on in it. */
export async function monthToDate(
  tx: Transaction,
  organisationId: OrganisationId,
  month: Month,
): Promise<MonthCharges> {
  const tickets = await listTicketsOfMonth(tx, organisationId, month);
  const charges = await chargeTickets(tx, tickets, { only: month });
  return { charges, totals: totalsOf(charges) };
}
