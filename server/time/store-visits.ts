import type { AddendumId, OrganisationId, PersonId, TicketId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

type OfTicket = { readonly organisation_id: OrganisationId; readonly id: TicketId };

interface VisitToInsert {
  readonly id: VisitId;
  readonly addendumId: AddendumId;
  readonly consultantId: PersonId;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly kilometres: number;
  readonly description: string;
  readonly recordedAt: Temporal.Instant;
}

export async function insertVisit(tx: Transaction, ticket: OfTicket, visit: VisitToInsert): Promise<void> {
  await tx
    .insertInto("visits")
    .values({
      organisation_id: ticket.organisation_id,
      id: visit.id,
      ticket_id: ticket.id,
      addendum_id: visit.addendumId,
      consultant_id: visit.consultantId,
      starts_at: visit.start,
      ends_at: visit.end,
      kilometres: visit.kilometres,
      description: visit.description,
      recorded_at: visit.recordedAt,
    })
    .execute();
}

const mostVisits = 100;

/** A ticket's visits, the newest first, voided ones among them; the last hundred. */
export async function listVisits(tx: Transaction, ticket: OfTicket) {
  return tx
    .selectFrom("visits")
    .select([
      "visits.id",
      "visits.consultant_id as consultantId",
      nameOf("visits.consultant_id").as("consultantName"),
      "visits.starts_at as start",
      "visits.ends_at as end",
      "visits.minutes",
      "visits.kilometres",
      "visits.description",
      "visits.voided_at as voidedAt",
    ])
    .where("visits.organisation_id", "=", ticket.organisation_id)
    .where("visits.ticket_id", "=", ticket.id)
    .orderBy("visits.starts_at", "desc")
    .orderBy("visits.id", "desc")
    .limit(mostVisits)
    .execute();
}

export async function findVisit(tx: Transaction, ticket: OfTicket, id: string) {
  return tx
    .selectFrom("visits")
    .select(["id", "consultant_id as ownerId", "minutes", "kilometres"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id as VisitId)
    .executeTakeFirst();
}

/** Voids a visit that still stands; answers whether it did (R12). */
export async function markVisitVoided(
  tx: Transaction,
  ticket: OfTicket,
  id: VisitId,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("visits")
    .set({ voided_at: at })
    .where("organisation_id", "=", ticket.organisation_id)
    .where("id", "=", id)
    .where("voided_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
