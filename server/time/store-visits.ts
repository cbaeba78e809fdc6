import type { AddendumId, PersonId, VisitId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
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
