import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { findTicketTitles } from "../tickets/list-tickets.ts";

/** Core knows ids as texts. These came from rows of tickets. */
export function ticketIdOf(line: { readonly ticketId: string }): TicketId {
  return line.ticketId as TicketId;
}

/** The present titles of the lines' tickets. */
export async function titlesOf(
  tx: Transaction,
  organisationId: OrganisationId,
  lines: readonly { readonly ticketId: string }[],
): Promise<ReadonlyMap<TicketId, string>> {
  const rows = await findTicketTitles(tx, organisationId, lines.map(ticketIdOf));
  return new Map(rows.map((row) => [row.id, row.title]));
}
