import { sql } from "kysely";
import type { AuthorisationState, PricedAuthorisation } from "../../core/authorisations/authorisation.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

/** One request of a ticket, locked until the transaction ends (R12). */
export async function findLockedAuthorisation(tx: Transaction, ticket: TicketKey, id: AuthorisationId) {
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
