import { localDateOf } from "../../core/calendar/local-time.ts";
import { monthOfDate } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketRow } from "../tickets/ticket.ts";
import { timeZone } from "../ui/format.ts";

/**
 * Whether the final invoice of the contract that a ticket ended with was issued: one of the contract's last month, or of a later one.
 * Whoever asks holds the ticket, and so does who issues ("Charges, exactly" 8).
 */
export async function isFinalInvoiceIssued(tx: Transaction, ticket: TicketRow): Promise<boolean> {
  if (ticket.outcome !== "ended-with-contract" || ticket.closed_at === null) return false;
  const lastDay = localDateOf(ticket.closed_at, timeZone).subtract({ days: 1 });
  const row = await tx
    .selectFrom("invoices")
    .select("id")
    .where("organisation_id", "=", ticket.organisation_id)
    .where("kind", "=", "invoice")
    .where("month", ">=", monthOfDate(lastDay))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
