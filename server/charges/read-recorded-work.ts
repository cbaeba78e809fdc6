import type { Selectable } from "kysely";
import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Tables } from "../db/tables.ts";
import { listVatPositions } from "../organisations/read-vat-positions.ts";
import { loadAuthorisations } from "./load-authorisations.ts";
import { chargedTicket } from "./load-work.ts";
import { listForgivenOf } from "./read-forgiven.ts";
import { listCorrectionsOf, listExpensesOf, listVisitsOf } from "./read-other-work.ts";

/** All recorded work of some tickets of an organisation, including work that was taken back later. */
export async function readRecordedWork(
  tx: Transaction,
  organisationId: OrganisationId,
  ticketIds: readonly string[],
): Promise<OrganisationWork> {
  const of = { organisationIds: [organisationId], ticketIds, alsoTakenBack: true };
  const tickets = await ticketsOf(tx, organisationId).where(isOneOf("id", ticketIds)).execute();
  const entries = await entriesOf(tx, organisationId).where(isOneOf("ticketId", ticketIds)).execute();
  return {
    tickets: tickets.map(chargedTicket),
    entries: entries.map(workedEntry),
    authorisations: await loadAuthorisations(tx, of),
    visits: await listVisitsOf(tx, of),
    expenses: await listExpensesOf(tx, of),
    corrections: await listCorrectionsOf(tx, of),
    forgiven: await listForgivenOf(tx, of),
    vatPositions: await listVatPositions(tx, organisationId),
  };
}

/**
 * The work of an organisation as it was at an instant. Invoices of the first version kept no list of their work, and
 * charged time only.
 */
export async function readWorkAsOf(
  tx: Transaction,
  organisationId: OrganisationId,
  at: Temporal.Instant,
): Promise<OrganisationWork> {
  const tickets = await ticketsOf(tx, organisationId).where("createdAt", "<=", at).execute();
  const entries = await entriesOf(tx, organisationId)
    .where("recordedAt", "<=", at)
    .where((where) => where.or([where("voidedAt", "is", null), where("voidedAt", ">", at)]))
    .execute();
  return {
    ...noWork,
    // A later agreement to other hours applies to later work only (M5). That version had no waived start fees.
    tickets: tickets.map((row) => ({ ...chargedTicket(row), isStartFeeWaived: false })),
    entries: entries.map(workedEntry),
  };
}

function ticketsOf(tx: Transaction, organisationId: OrganisationId) {
  return tx.selectFrom("tickets").selectAll().where("organisationId", "=", organisationId);
}

function entriesOf(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("time_entries")
    .selectAll()
    .where("organisationId", "=", organisationId)
    .orderBy("startsAt")
    .orderBy("id");
}

function workedEntry(row: Selectable<Tables["time_entries"]>): WorkedEntry {
  return {
    id: row.id,
    ticketId: row.ticketId,
    step: row.step,
    start: row.startsAt,
    end: row.endsAt,
    isChargeable: row.isChargeable,
    authorisationId: row.authorisationId,
  };
}
