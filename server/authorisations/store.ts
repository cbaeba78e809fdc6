import { sql } from "kysely";
import type {
  AuthorisationKind,
  AuthorisationState,
  PricedAuthorisation,
} from "../../core/authorisations/authorisation.ts";
import type { Window } from "../../core/calendar/windows.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/ticket.ts";

export interface Authorisation {
  readonly id: AuthorisationId;
  readonly kind: AuthorisationKind;
  readonly state: AuthorisationState;
  readonly minutes: number;
  readonly estimateCents: Cents;
  readonly windows: readonly Window[];
  readonly explanation: string;
  /** The rules for reading the explanation. */
  readonly markup: "as-typed" | "markdown";
  readonly validUntil: Temporal.PlainDate | null;
  readonly requestedByName: string | null;
  readonly requestedAt: Temporal.Instant;
  /** Null on the desk, which does not use the portal's view of people: it has the id. */
  readonly decidedByName: string | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly declineReason: string | null;
  /** One price for the work, whatever time it takes; null for work by the hour. (T3) */
  readonly fixedPriceCents: Cents | null;
  /** The year of the quote's prices. */
  readonly termsYear: number;
  readonly deliveredOn: Temporal.PlainDate | null;
  readonly version: number;
}

const mostOfTicket = 50;

/** A ticket's last fifty requests for authorisation, newest first. */
export async function listOfTicket(tx: Transaction, ticket: TicketKey): Promise<readonly Authorisation[]> {
  return selected(tx)
    .where("authorisations.organisationId", "=", ticket.organisationId)
    .where("authorisations.ticketId", "=", ticket.id)
    .orderBy("authorisations.requestedAt", "desc")
    .limit(mostOfTicket)
    .execute();
}

function selected(tx: Transaction) {
  return tx
    .selectFrom("authorisations")
    .select([
      "authorisations.id",
      "authorisations.kind",
      "authorisations.state",
      "authorisations.minutes",
      "authorisations.estimateCents",
      "authorisations.windows",
      "authorisations.explanation",
      "authorisations.markup",
      "authorisations.validUntil",
      nameOf("authorisations.requestedBy").as("requestedByName"),
      "authorisations.requestedAt",
      nameOf("authorisations.decidedBy").as("decidedByName"),
      "authorisations.decidedBy",
      "authorisations.decidedAt",
      "authorisations.declineReason",
      "authorisations.fixedPriceCents",
      "authorisations.termsYear",
      "authorisations.deliveredOn",
      "authorisations.version",
    ]);
}

/** One request of a ticket, locked until the transaction ends (R12). */
export async function lockAuthorisation(tx: Transaction, ticket: TicketKey, id: AuthorisationId) {
  const row = await tx
    .selectFrom("authorisations")
    .select(["id", "state", "version", "minutes", "windows", "validUntil", "fixedPriceCents", "decidedAt"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, isFixedPrice: row.fixedPriceCents !== null };
}

interface ToInsert extends PricedAuthorisation {
  readonly id: AuthorisationId;
  readonly minutes: number;
  readonly explanation: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Temporal.Instant;
}

export async function insertAuthorisation(tx: Transaction, ticket: TicketKey, asked: ToInsert): Promise<void> {
  await tx
    .insertInto("authorisations")
    .values({
      organisationId: ticket.organisationId,
      id: asked.id,
      ticketId: ticket.id,
      kind: asked.kind,
      minutes: asked.minutes,
      estimateCents: asked.estimateCents,
      windows: [...asked.windows],
      explanation: asked.explanation,
      validUntil: asked.validUntil,
      fixedPriceCents: asked.fixedPriceCents,
      termsYear: asked.termsYear,
      requestedBy: asked.requestedBy,
      requestedAt: asked.requestedAt,
    })
    .execute();
}

interface Settled {
  readonly state: Exclude<AuthorisationState, "requested" | "delivered">;
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  readonly declineReason: string | null;
  readonly version: number;
  /** Its state before: one price can be withdrawn after its approval too. */
  readonly from?: "requested" | "approved";
}

/** Settles a request that has not changed since; answers whether that was so (R12). */
export async function settleAuthorisation(
  tx: Transaction,
  ticket: TicketKey,
  id: AuthorisationId,
  settled: Settled,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("authorisations")
    .set({
      state: settled.state,
      decidedBy: settled.by,
      decidedAt: settled.at,
      declineReason: settled.declineReason,
      version: sql`version + 1`,
    })
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", id)
    .where("state", "=", settled.from ?? "requested")
    .where("version", "=", settled.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface Delivered {
  readonly deliveredOn: Temporal.PlainDate;
  readonly by: PersonId;
}

/** Records the delivery of a quote for one price. */
export async function markDelivered(
  tx: Transaction,
  ticket: TicketKey,
  id: AuthorisationId,
  delivered: Delivered,
): Promise<void> {
  await tx
    .updateTable("authorisations")
    .set({
      state: "delivered",
      deliveredOn: delivered.deliveredOn,
      deliveredBy: delivered.by,
      version: sql`version + 1`,
    })
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", id)
    .execute();
}
