import { sql } from "kysely";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { firstDayOf, lastDayOf, periodOf, type Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";

/** The columns of a ticket for charging; a whole row fits. */
export interface TicketToCharge {
  readonly organisationId: OrganisationId;
  readonly id: TicketId;
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
  readonly month: string;
  readonly isAdditional: boolean;
  readonly numberInMonth: number;
  readonly startFeeMinutes: number;
  readonly startFeeWaivedAt: Temporal.Instant | null;
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

const columns = [
  "organisationId",
  "id",
  "reference",
  "createdAt",
  "month",
  "isAdditional",
  "numberInMonth",
  "startFeeMinutes",
  "startFeeWaivedAt",
  "outsideHoursAgreedAt",
] as const;

/** All valid work of tickets, charged or not, of all months: T1 needs it. */
export async function listEntriesOf(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
): Promise<readonly WorkedEntry[]> {
  const [first] = tickets;
  if (first === undefined) return [];
  const rows = await tx
    .selectFrom("time_entries")
    .select(["id", "ticketId", "step", "startsAt", "endsAt", "isChargeable", "authorisationId"])
    .where("organisationId", "=", first.organisationId)
    .where(sql<boolean>`ticket_id = any(${tickets.map((ticket) => ticket.id)}::uuid[])`)
    .where("voidedAt", "is", null)
    .orderBy("startsAt")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticketId,
    step: row.step,
    start: row.startsAt,
    end: row.endsAt,
    isChargeable: row.isChargeable,
    authorisationId: row.authorisationId,
  }));
}

/** The tickets of an organisation with a creation, work, visit, cost or delivery in a month. */
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
      .where("organisationId", "=", organisationId)
      // A union instead of "or": each part then uses its index, and none reads tickets of other months.
      .where("id", "in", ({ selectFrom }) =>
        selectFrom("tickets as created")
          .select("created.id")
          .where("created.organisationId", "=", organisationId)
          .where("created.month", "=", month)
          .union(
            selectFrom("time_entries")
              .select("ticketId as id")
              .where("time_entries.organisationId", "=", organisationId)
              // No entry is longer than 24 hours, so the index finds the few that reach into the month.
              .where("startsAt", ">", start.subtract({ hours: 24 }))
              .where("startsAt", "<", end)
              .where("endsAt", ">", start)
              .where("voidedAt", "is", null),
          )
          .union(
            selectFrom("visits")
              .select("ticketId as id")
              .where("visits.organisationId", "=", organisationId)
              .where("startsAt", ">=", start)
              .where("startsAt", "<", end)
              .where("voidedAt", "is", null),
          )
          .union(
            selectFrom("expenses")
              .select("ticketId as id")
              .where("expenses.organisationId", "=", organisationId)
              .where("spentOn", ">=", firstDayOf(month))
              .where("spentOn", "<=", lastDayOf(month))
              .where("voidedAt", "is", null),
          )
          .union(
            selectFrom("authorisations")
              .select("ticketId as id")
              .where("authorisations.organisationId", "=", organisationId)
              .where("deliveredOn", ">=", firstDayOf(month))
              .where("deliveredOn", "<=", lastDayOf(month)),
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
    .where("organisationId", "=", organisationId)
    .where(sql<boolean>`month = any(${months}::text[])`)
    .execute();
}

function uninvoicedTickets(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where("organisationId", "=", organisationId)
    .where("hasUninvoicedWork", "=", true);
}

/** The tickets of an organisation with possibly something to invoice, locked until the transaction ends (R12). */
export async function lockUninvoicedTickets(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, organisationId).orderBy("id").forUpdate().execute();
}

/** The same without a lock, for a preview. */
export async function listUninvoicedTickets(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, organisationId).execute();
}
