import { sql, type SqlBool } from "kysely";
import type { ChargedExpense, ChargedVisit, Correction } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { addendumTermsSchema } from "../contracts/addendum-schema.ts";
import type { Transaction } from "../db/connect.ts";

/** Some tickets of one organisation, and whether what was taken back since is wanted too. */
export interface OfTickets {
  readonly organisationId: OrganisationId;
  readonly ticketIds: readonly string[];
  readonly alsoTakenBack?: boolean;
}

/** Which kinds of other work than time some tickets have at all: asked at once, because most tickets have none. */
export async function findKindsOf(tx: Transaction, of: Omit<OfTickets, "alsoTakenBack">) {
  const anyIn = (table: string) =>
    sql<boolean>`exists (select from ${sql.table(table)} where organisation_id = ${of.organisationId} and ${ofTickets("ticket_id", of)})`;
  return tx
    .selectNoFrom([
      anyIn("authorisations").as("authorisations"),
      anyIn("visits").as("visits"),
      anyIn("expenses").as("expenses"),
      anyIn("corrections").as("corrections"),
      anyIn("forgiven_charges").as("forgiven"),
    ])
    .executeTakeFirstOrThrow();
}

/** Visits of tickets, each with the addendum it rests on (A3). */
export async function listVisitsOf(tx: Transaction, of: OfTickets): Promise<readonly ChargedVisit[]> {
  const query = tx
    .selectFrom("visits")
    .innerJoin("addenda", (join) =>
      join
        .onRef("addenda.organisation_id", "=", "visits.organisation_id")
        .onRef("addenda.id", "=", "visits.addendum_id"),
    )
    .select([
      "visits.id",
      "ticket_id",
      "addendum_id",
      "addenda.terms",
      "visits.starts_at",
      "visits.ends_at",
      "kilometres",
    ])
    .where("visits.organisation_id", "=", of.organisationId)
    .where(ofTickets("visits.ticket_id", of))
    .orderBy("visits.starts_at")
    .orderBy("visits.id");
  const rows = await (of.alsoTakenBack === true ? query : query.where("voided_at", "is", null)).execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    addendum: { id: row.addendum_id, terms: addendumTermsSchema.parse(row.terms) },
    start: row.starts_at,
    end: row.ends_at,
    kilometres: row.kilometres,
  }));
}

/** Other costs of tickets (A3). */
export async function listExpensesOf(tx: Transaction, of: OfTickets): Promise<readonly ChargedExpense[]> {
  const query = tx
    .selectFrom("expenses")
    .select(["id", "ticket_id", "addendum_id", "spent_on", "description", "amount_cents", "vat"])
    .where("organisation_id", "=", of.organisationId)
    .where(ofTickets("ticket_id", of))
    .orderBy("spent_on")
    .orderBy("id");
  const rows = await (of.alsoTakenBack === true ? query : query.where("voided_at", "is", null)).execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    addendumId: row.addendum_id,
    on: row.spent_on,
    description: row.description,
    amountCents: row.amount_cents,
    vat: row.vat,
  }));
}

/** Price corrections of tickets (CE7). */
export async function listCorrectionsOf(tx: Transaction, of: OfTickets): Promise<readonly Correction[]> {
  const query = tx
    .selectFrom("corrections")
    .select(["id", "ticket_id", "month", "amount_cents", "vat", "reason"])
    .where("organisation_id", "=", of.organisationId)
    .where(ofTickets("ticket_id", of))
    .orderBy("id");
  const rows = await (of.alsoTakenBack === true ? query : query.where("withdrawn_at", "is", null)).execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    month: monthOf(row.month),
    amountCents: row.amount_cents,
    vat: row.vat,
    reason: row.reason,
  }));
}

/**
 * Quotes of tickets, by the hour or at one price, that were approved once; also those withdrawn since, which entries
 * still name (T3).
 */
export async function listQuotesOf(tx: Transaction, of: Omit<OfTickets, "alsoTakenBack">) {
  return tx
    .selectFrom("authorisations")
    .select(["id", "ticket_id", "valid_until", "terms_year", "fixed_price_cents", "delivered_on"])
    .where("organisation_id", "=", of.organisationId)
    .where(ofTickets("ticket_id", of))
    .where("kind", "=", "quote")
    .where("state", "in", ["approved", "delivered", "withdrawn"])
    .orderBy("id")
    .execute();
}

function ofTickets(column: string, { ticketIds }: OfTickets) {
  return sql<SqlBool>`${sql.ref(column)} = any(${ticketIds}::uuid[])`;
}
