import type { AddendumId, PersonId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

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
      organisationId: ticket.organisationId,
      id: visit.id,
      ticketId: ticket.id,
      addendumId: visit.addendumId,
      consultantId: visit.consultantId,
      startsAt: visit.start,
      endsAt: visit.end,
      kilometres: visit.kilometres,
      description: visit.description,
      recordedAt: visit.recordedAt,
    })
    .execute();
}

const mostVisits = 100;

/** A ticket's last hundred visits, newest first, with voided ones. */
export async function listVisits(tx: Transaction, ticket: TicketKey) {
  return tx
    .selectFrom("visits")
    .select([
      "visits.id",
      "visits.consultantId",
      nameOf("visits.consultantId").as("consultantName"),
      "visits.startsAt as start",
      "visits.endsAt as end",
      "visits.minutes",
      "visits.kilometres",
      "visits.description",
      "visits.voidedAt",
    ])
    .where("visits.organisationId", "=", ticket.organisationId)
    .where("visits.ticketId", "=", ticket.id)
    .orderBy("visits.startsAt", "desc")
    .orderBy("visits.id", "desc")
    .limit(mostVisits)
    .execute();
}

export async function findVisit(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("visits")
    .select(["id", "consultantId as ownerId", "minutes", "kilometres"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as VisitId)
    .executeTakeFirst();
}
