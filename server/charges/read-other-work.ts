import { sql } from "kysely";
import type { ChargedExpense, ChargedVisit, Correction } from "../../core/charges/charged-work.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { addendumTermsSchema } from "../contracts/addendum-schema.ts";
import { compiled, type Statements } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";

/** Some tickets of some organisations, and whether to include work that was taken back. */
export interface OfTickets {
  readonly organisationIds: readonly OrganisationId[];
  readonly ticketIds: readonly string[];
  readonly alsoTakenBack?: boolean;
}

const kindsOf = compiled((from, of: OfTickets) => {
  const anyIn = (table: string) =>
    sql<boolean>`exists (select from ${sql.table(table)} where ${isOneOf("organisationId", of.organisationIds)} and ${isOneOf("ticketId", of.ticketIds)})`;
  return from.selectNoFrom([
    anyIn("authorisations").as("authorisations"),
    anyIn("visits").as("visits"),
    anyIn("expenses").as("expenses"),
    anyIn("corrections").as("corrections"),
    anyIn("forgiven_charges").as("forgiven"),
  ]);
});

/** The kinds of work other than time that some tickets have, in one query, because most tickets have none. */
export async function findKindsOf(tx: Transaction, of: Omit<OfTickets, "alsoTakenBack">) {
  const [kinds] = await kindsOf(tx, of);
  if (kinds === undefined) throw new Error("a statement without a condition answered nothing");
  return kinds;
}

const visitsOf = (from: Statements, of: OfTickets) =>
  from
    .selectFrom("visits")
    .innerJoin("addenda", (join) =>
      join.onRef("addenda.organisationId", "=", "visits.organisationId").onRef("addenda.id", "=", "visits.addendumId"),
    )
    .select(["visits.id", "ticketId", "addendumId", "addenda.terms", "visits.startsAt", "visits.endsAt", "kilometres"])
    .where(isOneOf("visits.organisationId", of.organisationIds))
    .where(isOneOf("visits.ticketId", of.ticketIds))
    .orderBy("visits.startsAt")
    .orderBy("visits.id");
const visitsOfEver = compiled(visitsOf);
const visitsOfNow = compiled((from, of: OfTickets) => visitsOf(from, of).where("voidedAt", "is", null));

/** Visits of tickets, each with its addendum (A3). */
export async function listVisitsOf(tx: Transaction, of: OfTickets): Promise<readonly ChargedVisit[]> {
  const rows = await (of.alsoTakenBack === true ? visitsOfEver : visitsOfNow)(tx, of);
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticketId,
    addendum: { id: row.addendumId, terms: addendumTermsSchema.parse(row.terms) },
    start: row.startsAt,
    end: row.endsAt,
    kilometres: row.kilometres,
  }));
}

const expensesOf = (from: Statements, of: OfTickets) =>
  from
    .selectFrom("expenses")
    .select(["id", "ticketId", "addendumId", "spentOn", "description", "amountCents", "vat"])
    .where(isOneOf("organisationId", of.organisationIds))
    .where(isOneOf("ticketId", of.ticketIds))
    .orderBy("spentOn")
    .orderBy("id");
const expensesOfEver = compiled(expensesOf);
const expensesOfNow = compiled((from, of: OfTickets) => expensesOf(from, of).where("voidedAt", "is", null));

/** Other costs of tickets (A3). */
export async function listExpensesOf(tx: Transaction, of: OfTickets): Promise<readonly ChargedExpense[]> {
  const rows = await (of.alsoTakenBack === true ? expensesOfEver : expensesOfNow)(tx, of);
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticketId,
    addendumId: row.addendumId,
    on: row.spentOn,
    description: row.description,
    amountCents: row.amountCents,
    vat: row.vat,
  }));
}

const correctionsOf = (from: Statements, of: OfTickets) =>
  from
    .selectFrom("corrections")
    .select(["id", "ticketId", "month", "amountCents", "vat", "reason"])
    .where(isOneOf("organisationId", of.organisationIds))
    .where(isOneOf("ticketId", of.ticketIds))
    .orderBy("id");
const correctionsOfEver = compiled(correctionsOf);
const correctionsOfNow = compiled((from, of: OfTickets) => correctionsOf(from, of).where("withdrawnAt", "is", null));

/** Price corrections of tickets (CE7). */
export async function listCorrectionsOf(tx: Transaction, of: OfTickets): Promise<readonly Correction[]> {
  const rows = await (of.alsoTakenBack === true ? correctionsOfEver : correctionsOfNow)(tx, of);
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticketId,
    month: monthOf(row.month),
    amountCents: row.amountCents,
    vat: row.vat,
    reason: row.reason,
  }));
}

/**
 * Quotes of tickets, by the hour or at one price, that were ever approved. Withdrawn ones count too, because entries
 * still name them (T3).
 */
export const listQuotesOf = compiled((from, of: Omit<OfTickets, "alsoTakenBack">) =>
  from
    .selectFrom("authorisations")
    .select(["id", "ticketId", "validUntil", "termsYear", "fixedPriceCents", "deliveredOn"])
    .where(isOneOf("organisationId", of.organisationIds))
    .where(isOneOf("ticketId", of.ticketIds))
    .where("kind", "=", "quote")
    .where("state", "in", ["approved", "delivered", "withdrawn"])
    .orderBy("id"),
);
