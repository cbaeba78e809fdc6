import { sql } from "kysely";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { firstDayOf, lastDayOf, periodOf, type Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

/** What charging reads of a ticket's row; a whole row fits. */
export interface TicketToCharge {
  readonly organisation_id: OrganisationId;
  readonly id: TicketId;
  readonly reference: string;
  readonly created_at: Temporal.Instant;
  readonly month: string;
  readonly is_additional: boolean;
  readonly number_in_month: number;
  readonly start_fee_minutes: number;
  readonly start_fee_waived_at: Temporal.Instant | null;
  readonly outside_hours_agreed_at: Temporal.Instant | null;
}

const columns = [
  "organisation_id",
  "id",
  "reference",
  "created_at",
  "month",
  "is_additional",
  "number_in_month",
  "start_fee_minutes",
  "start_fee_waived_at",
  "outside_hours_agreed_at",
] as const;

/** All work of tickets that stands, charged or not, also that of other months: T1 needs it. */
export async function listEntriesOf(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
): Promise<readonly WorkedEntry[]> {
  const [first] = tickets;
  if (first === undefined) return [];
  const rows = await tx
    .selectFrom("time_entries")
    .select(["id", "ticket_id", "step", "starts_at", "ends_at", "is_chargeable", "authorisation_id"])
    .where("organisation_id", "=", first.organisation_id)
    .where(sql<boolean>`ticket_id = any(${tickets.map((ticket) => ticket.id)}::uuid[])`)
    .where("voided_at", "is", null)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    step: row.step,
    start: row.starts_at,
    end: row.ends_at,
    isChargeable: row.is_chargeable,
    authorisationId: row.authorisation_id,
  }));
}

/** The tickets of an organisation that were created in a month, or worked on, visited, spent for or delivered in it. */
export async function listTicketsOfMonth(
  tx: Transaction,
  organisationId: OrganisationId,
  month: Month,
): Promise<readonly TicketToCharge[]> {
  const { start, end } = periodOf(month, timeZone);
  return (
    tx
      .selectFrom("tickets")
      .select(columns)
      .where("organisation_id", "=", organisationId)
      // A union and no "or": each part then has its index, and none reads the tickets of other months.
      .where("id", "in", ({ selectFrom }) =>
        selectFrom("tickets as created")
          .select("created.id")
          .where("created.organisation_id", "=", organisationId)
          .where("created.month", "=", month)
          .union(
            selectFrom("time_entries")
              .select("ticket_id as id")
              .where("time_entries.organisation_id", "=", organisationId)
              // No entry is longer than 24 hours, so the index finds the few that reach into the month.
              .where("starts_at", ">", start.subtract({ hours: 24 }))
              .where("starts_at", "<", end)
              .where("ends_at", ">", start)
              .where("voided_at", "is", null),
          )
          .union(
            selectFrom("visits")
              .select("ticket_id as id")
              .where("visits.organisation_id", "=", organisationId)
              .where("starts_at", ">=", start)
              .where("starts_at", "<", end)
              .where("voided_at", "is", null),
          )
          .union(
            selectFrom("expenses")
              .select("ticket_id as id")
              .where("expenses.organisation_id", "=", organisationId)
              .where("spent_on", ">=", firstDayOf(month))
              .where("spent_on", "<=", lastDayOf(month))
              .where("voided_at", "is", null),
          )
          .union(
            selectFrom("authorisations")
              .select("ticket_id as id")
              .where("authorisations.organisation_id", "=", organisationId)
              .where("delivered_on", ">=", firstDayOf(month))
              .where("delivered_on", "<=", lastDayOf(month)),
          ),
      )
      .execute()
  );
}

/** All tickets of an organisation that were created in some months. */
export async function listTicketsCreatedIn(
  tx: Transaction,
  organisationId: OrganisationId,
  months: readonly Month[],
): Promise<readonly TicketToCharge[]> {
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .where(sql<boolean>`month = any(${months}::text[])`)
    .execute();
}

function uninvoicedTickets(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .where("has_uninvoiced_work", "=", true);
}

/** The tickets of an organisation that may have something to invoice, held until the end of the transaction (R12). */
export async function lockUninvoicedTickets(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, organisationId).orderBy("id").forUpdate().execute();
}

/** The same without holding them, for a preview. */
export async function listUninvoicedTickets(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, organisationId).execute();
}
