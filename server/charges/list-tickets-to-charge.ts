import { sql, type SqlBool } from "kysely";
import { compiled } from "../db/compiled.ts";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import { firstDayOf, lastDayOf, periodOf, type Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";

/** The columns of a ticket for charging; a whole row fits. */
export interface TicketToCharge {
  readonly organisationId: OrganisationId;
  readonly id: TicketId;
  readonly reference: string;
  readonly title: string;
  readonly createdAt: Temporal.Instant;
  readonly month: string;
  readonly isAdditional: boolean;
  readonly numberInMonth: number;
  readonly startFeeMinutes: number;
  readonly startFeeWaivedAt: Temporal.Instant | null;
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

/** A stretch of months, both ends included. */
export interface Months {
  readonly first: Month;
  readonly last: Month;
}

const columns = [
  "organisationId",
  "id",
  "reference",
  "title",
  "createdAt",
  "month",
  "isAdditional",
  "numberInMonth",
  "startFeeMinutes",
  "startFeeWaivedAt",
  "outsideHoursAgreedAt",
] as const;

const validEntries = compiled((from, organisationIds: readonly OrganisationId[], ticketIds: readonly TicketId[]) =>
  from
    .selectFrom("time_entries")
    .select(["id", "ticketId", "step", "startsAt", "endsAt", "isChargeable", "authorisationId"])
    // By pairs: two lists of their own would be planned to read all entries of the organisations.
    .where(
      sql<SqlBool>`(organisation_id, ticket_id) in (select * from unnest(${organisationIds}::uuid[], ${ticketIds}::uuid[]))`,
    )
    .where("voidedAt", "is", null)
    .orderBy("startsAt")
    .orderBy("id"),
);

/** All valid work of tickets, charged or not, of all months: T1 needs it. */
export async function listEntriesOf(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
): Promise<readonly WorkedEntry[]> {
  if (tickets.length === 0) return [];
  const rows = await validEntries(
    tx,
    tickets.map((ticket) => ticket.organisationId),
    tickets.map((ticket) => ticket.id),
  );
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
  return listTicketsOfMonths(tx, organisationId, { first: month, last: month });
}

/** The same for a stretch of months. */
export async function listTicketsOfMonths(
  tx: Transaction,
  organisationId: OrganisationId,
  months: Months,
): Promise<readonly TicketToCharge[]> {
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where("organisationId", "=", organisationId)
    .where("id", "in", idsOfMonths(tx, organisationId, months))
    .execute();
}

/** The same, with all tickets that were created in the months of these: they are numbered together. */
export async function listTicketsNumberedWith(
  tx: Transaction,
  organisationId: OrganisationId,
  month: Month,
): Promise<readonly TicketToCharge[]> {
  const months = tx
    .selectFrom("tickets as of_month")
    .select("of_month.month")
    .where("of_month.organisationId", "=", organisationId)
    .where("of_month.id", "in", idsOfMonths(tx, organisationId, { first: month, last: month }));
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where("organisationId", "=", organisationId)
    .where("month", "in", months)
    .execute();
}

/** A union instead of "or": each part then uses its index, and none reads tickets of other months. */
function idsOfMonths(tx: Transaction, organisationId: OrganisationId, { first, last }: Months) {
  const { start } = periodOf(first, timeZone);
  const { end } = periodOf(last, timeZone);
  return tx
    .selectFrom("tickets as created")
    .select("created.id")
    .where("created.organisationId", "=", organisationId)
    .where("created.month", ">=", first)
    .where("created.month", "<=", last)
    .union(
      tx
        .selectFrom("time_entries")
        .select("ticketId as id")
        .where("time_entries.organisationId", "=", organisationId)
        // No entry is longer than 24 hours, so the index finds the few that reach into the month.
        .where("startsAt", ">", start.subtract({ hours: 24 }))
        .where("startsAt", "<", end)
        .where("endsAt", ">", start)
        .where("voidedAt", "is", null),
    )
    .union(
      tx
        .selectFrom("visits")
        .select("ticketId as id")
        .where("visits.organisationId", "=", organisationId)
        .where("startsAt", ">=", start)
        .where("startsAt", "<", end)
        .where("voidedAt", "is", null),
    )
    .union(
      tx
        .selectFrom("expenses")
        .select("ticketId as id")
        .where("expenses.organisationId", "=", organisationId)
        .where("spentOn", ">=", firstDayOf(first))
        .where("spentOn", "<=", lastDayOf(last))
        .where("voidedAt", "is", null),
    )
    .union(
      tx
        .selectFrom("authorisations")
        .select("ticketId as id")
        .where("authorisations.organisationId", "=", organisationId)
        .where("deliveredOn", ">=", firstDayOf(first))
        .where("deliveredOn", "<=", lastDayOf(last)),
    );
}

function uninvoicedTickets(tx: Transaction, organisationIds: readonly OrganisationId[]) {
  return tx
    .selectFrom("tickets")
    .select(columns)
    .where(isOneOf("organisationId", organisationIds))
    .where("hasUninvoicedWork", "=", sql.lit(true));
}

/** The tickets of an organisation with possibly something to invoice, locked until the transaction ends (R12). */
export async function lockUninvoicedTickets(
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, [organisationId]).orderBy("id").forUpdate().execute();
}

/** The same of several organisations without a lock, for a preview. */
export async function listUninvoicedTickets(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
): Promise<readonly TicketToCharge[]> {
  return uninvoicedTickets(tx, organisationIds).execute();
}

/** The organisations of some tickets, each once. */
export function organisationsOf(tickets: readonly TicketToCharge[]): readonly OrganisationId[] {
  return [...new Set(tickets.map((ticket) => ticket.organisationId))];
}
