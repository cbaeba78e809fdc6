import type { AddendumId, PersonId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/ticket.ts";

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

export async function insertVisit(tx: Transaction, ticket: TicketKey, visit: VisitToInsert): Promise<void> {
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
export async function listVisits(tx: Transaction, ticket: TicketKey) {
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

export async function findVisit(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("visits")
    .select(["id", "consultant_id as ownerId", "minutes", "kilometres"])
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("id", "=", id as VisitId)
    .executeTakeFirst();
}
