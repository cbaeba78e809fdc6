import { sql } from "kysely";
import type { Window } from "../../core/calendar/windows.ts";
import type { AuthorisationKind, AuthorisationState } from "../../core/authorisations/authorisation.ts";
import type { AuthorisationId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../sign-in/names.ts";

type OfTicket = { readonly organisation_id: OrganisationId; readonly id: TicketId };

export interface Authorisation {
  readonly id: AuthorisationId;
  readonly kind: AuthorisationKind;
  readonly state: AuthorisationState;
  readonly minutes: number;
  readonly estimateCents: Cents;
  readonly windows: readonly Window[];
  readonly explanation: string;
  readonly validUntil: Temporal.PlainDate | null;
  readonly requestedByName: string | null;
  readonly requestedAt: Temporal.Instant;
  /** Null on the desk, which does not look into the portal's view of people: it has the id. */
  readonly decidedByName: string | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly declineReason: string | null;
  readonly version: number;
}

const mostOfTicket = 50;

/** A ticket's requests for authorisation, the newest first; the last fifty. */
export async function listOfTicket(tx: Transaction, ticket: OfTicket): Promise<readonly Authorisation[]> {
  const rows = await selected(tx)
    .where("authorisations.organisation_id", "=", ticket.organisation_id)
    .where("authorisations.ticket_id", "=", ticket.id)
    .orderBy("authorisations.requested_at", "desc")
    .limit(mostOfTicket)
    .execute();
  return rows.map((row) => ({ ...row, windows: row.windows as Window[] }));
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
      "authorisations.valid_until as validUntil",
      nameOf("authorisations.requested_by").as("requestedByName"),
      "authorisations.requested_at as requestedAt",
      nameOf("authorisations.decided_by").as("decidedByName"),
      "authorisations.decided_by as decidedBy",
      "authorisations.decided_at as decidedAt",
      "authorisations.decline_reason as declineReason",
      "authorisations.version",
    ]);
}

/** One request of a ticket, locked until the transaction ends (R12). */
export async function lockAuthorisation(tx: Transaction, ticket: OfTicket, id: AuthorisationId) {
  const row = await tx
    .selectFrom("authorisations")
    .select(["id", "state", "version", "minutes", "windows", "valid_until as validUntil"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, windows: row.windows as Window[] };
}

interface ToInsert {
  readonly id: AuthorisationId;
  readonly kind: AuthorisationKind;
  readonly minutes: number;
  readonly estimateCents: Cents;
  readonly windows: readonly Window[];
  readonly explanation: string;
  readonly validUntil: Temporal.PlainDate | null;
  readonly requestedBy: PersonId;
  readonly requestedAt: Temporal.Instant;
}

export async function insertAuthorisation(tx: Transaction, ticket: OfTicket, asked: ToInsert): Promise<void> {
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
}

/** Settles a request that is still open in the version that was seen; answers whether it was (R12). */
export async function settleAuthorisation(
  tx: Transaction,
  ticket: OfTicket,
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
    .where("state", "=", "requested")
    .where("version", "=", settled.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
