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
  /** The rules the explanation is read by. */
  readonly markup: "as-typed" | "markdown";
  readonly validUntil: Temporal.PlainDate | null;
  readonly requestedByName: string | null;
  readonly requestedAt: Temporal.Instant;
  /** Null on the desk, which does not look into the portal's view of people: it has the id. */
  readonly decidedByName: string | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly declineReason: string | null;
  /** One price for the work whatever time it takes; null for work by the hour. (T3) */
  readonly fixedPriceCents: Cents | null;
  /** The year whose prices a quote holds. */
  readonly termsYear: number;
  readonly deliveredOn: Temporal.PlainDate | null;
  readonly version: number;
}

const mostOfTicket = 50;

/** A ticket's requests for authorisation, the newest first; the last fifty. */
export async function listOfTicket(tx: Transaction, ticket: TicketKey): Promise<readonly Authorisation[]> {
  return selected(tx)
    .where("authorisations.organisation_id", "=", ticket.organisation_id)
    .where("authorisations.ticket_id", "=", ticket.id)
    .orderBy("authorisations.requested_at", "desc")
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
      "authorisations.estimate_cents as estimateCents",
      "authorisations.windows",
      "authorisations.explanation",
      "authorisations.markup",
      "authorisations.valid_until as validUntil",
      nameOf("authorisations.requested_by").as("requestedByName"),
      "authorisations.requested_at as requestedAt",
      nameOf("authorisations.decided_by").as("decidedByName"),
      "authorisations.decided_by as decidedBy",
      "authorisations.decided_at as decidedAt",
      "authorisations.decline_reason as declineReason",
      "authorisations.fixed_price_cents as fixedPriceCents",
      "authorisations.terms_year as termsYear",
      "authorisations.delivered_on as deliveredOn",
      "authorisations.version",
    ]);
}

/** One request of a ticket, locked until the transaction ends (R12). */
export async function lockAuthorisation(tx: Transaction, ticket: TicketKey, id: AuthorisationId) {
  const row = await tx
    .selectFrom("authorisations")
    .select([
      "id",
      "state",
      "version",
      "minutes",
      "windows",
      "valid_until as validUntil",
      "fixed_price_cents as fixedPriceCents",
      "decided_at as decidedAt",
    ])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
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
      organisation_id: ticket.organisation_id,
      id: asked.id,
      ticket_id: ticket.id,
      kind: asked.kind,
      minutes: asked.minutes,
      estimate_cents: asked.estimateCents,
      windows: [...asked.windows],
      explanation: asked.explanation,
      valid_until: asked.validUntil,
      fixed_price_cents: asked.fixedPriceCents,
      terms_year: asked.termsYear,
      requested_by: asked.requestedBy,
      requested_at: asked.requestedAt,
    })
    .execute();
}

interface Settled {
  readonly state: Exclude<AuthorisationState, "requested" | "delivered">;
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  readonly declineReason: string | null;
  readonly version: number;
  /** How it stood before: one price can be withdrawn after its approval too. */
  readonly from?: "requested" | "approved";
}

/** Settles a request that is as it was seen; answers whether it was (R12). */
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
      decided_by: settled.by,
      decided_at: settled.at,
      decline_reason: settled.declineReason,
      version: sql`version + 1`,
    })
    .where("organisation_id", "=", ticket.organisation_id)
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

/** Records that a quote for one price was delivered. */
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
      delivered_on: delivered.deliveredOn,
      delivered_by: delivered.by,
      version: sql`version + 1`,
    })
    .where("organisation_id", "=", ticket.organisation_id)
    .where("id", "=", id)
    .execute();
}
