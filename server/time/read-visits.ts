import type { VisitId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey, TicketRow } from "../tickets/read-ticket.ts";

const mostVisits = 100;

/** A ticket's last hundred visits, newest first, with voided ones (A3). */
export const listVisits = compiled((from, ticket: TicketRow) =>
  from
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
    .limit(mostVisits),
);

export type ListedVisit = Awaited<ReturnType<typeof listVisits>>[number];

export async function findVisit(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("visits")
    .select(["id", "consultantId as ownerId", "minutes", "kilometres"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as VisitId)
    .executeTakeFirst();
}
