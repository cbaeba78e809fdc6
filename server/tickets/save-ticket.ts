import { sql, type Updateable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import type { TicketKey } from "./read-ticket.ts";
import { updateTicket } from "./store.ts";

/** Changes a ticket that this transaction has locked, with a new version. */
export async function saveTicket(
  tx: Transaction,
  ticket: TicketKey,
  changes: Updateable<Tables["tickets"]>,
): Promise<void> {
  await updateTicket(tx, ticket, { ...changes, version: sql`version + 1` });
}
