import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** An organisation's requests that wait for a decision on open tickets, the oldest first. */
export async function listOpenAuthorisations(tx: Transaction, organisationId: OrganisationId, limit: number) {
  return tx
    .selectFrom("authorisations")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisation_id", "=", "authorisations.organisation_id")
        .onRef("tickets.id", "=", "authorisations.ticket_id"),
    )
    .select([
      "authorisations.id",
      "authorisations.minutes",
      "authorisations.estimate_cents as estimateCents",
      "authorisations.fixed_price_cents as fixedPriceCents",
      "authorisations.requested_at as requestedAt",
      "tickets.id as ticketId",
      "tickets.reference",
      "tickets.title",
    ])
    .where("authorisations.organisation_id", "=", organisationId)
    .where("authorisations.state", "=", "requested")
    .where("tickets.status", "=", "open")
    .orderBy("authorisations.requested_at")
    .limit(limit)
    .execute();
}
