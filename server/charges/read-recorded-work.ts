import { type Selectable, type SqlBool, sql } from "kysely";
import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";
import { chargedTicket } from "./load-work.ts";

/** All work that was ever recorded of some tickets of an organisation, also what was taken back since. */
export async function readRecordedWork(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly string[],
): Promise<OrganisationWork> {
  const ofTickets = (column: string) => sql<SqlBool>`${sql.ref(column)} = any(${ticketIds}::uuid[])`;
  const tickets = await ticketsOf(tx, organisationId).where(ofTickets("id")).execute();
  const entries = await entriesOf(tx, organisationId).where(ofTickets("ticket_id")).execute();
  return { ...noWork, tickets: tickets.map(chargedTicket), entries: entries.map(workedEntry) };
}

/** The work of an organisation as it stood at an instant: invoices of the first version kept no list of it. */
export async function readWorkAsOf(
  tx: Transaction,
  organisationId: OrganisationId,
  at: Temporal.Instant,
): Promise<OrganisationWork> {
  const tickets = await ticketsOf(tx, organisationId).where("created_at", "<=", at).execute();
  const entries = await entriesOf(tx, organisationId)
    .where("recorded_at", "<=", at)
    .where((where) => where.or([where("voided_at", "is", null), where("voided_at", ">", at)]))
    .execute();
  // Who agreed to other hours later did so for later work only (M5), so that the tickets can be as they are now.
  return { ...noWork, tickets: tickets.map(chargedTicket), entries: entries.map(workedEntry) };
}

function ticketsOf(tx: Transaction, organisationId: OrganisationId) {
  return tx.selectFrom("tickets").selectAll().where("organisation_id", "=", organisationId);
}

function entriesOf(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("time_entries")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("starts_at")
    .orderBy("id");
}

function workedEntry(row: Selectable<Tables["time_entries"]>): WorkedEntry {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    step: row.step,
    start: row.starts_at,
    end: row.ends_at,
    isChargeable: row.is_chargeable,
  };
}
