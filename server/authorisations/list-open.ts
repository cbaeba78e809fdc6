import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** An organisation's undecided requests on open tickets, oldest first. */
export async function listOpenAuthorisations(tx: Transaction, organisationId: OrganisationId, limit: number) {
  return tx
    .selectFrom("authorisations")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "authorisations.organisationId")
        .onRef("tickets.id", "=", "authorisations.ticketId"),
    )
    .select([
      "authorisations.id",
      "authorisations.minutes",
      "authorisations.estimateCents",
      "authorisations.fixedPriceCents",
      "authorisations.requestedAt",
      "tickets.id as ticketId",
      "tickets.reference",
      "tickets.title",
    ])
    .where("authorisations.organisationId", "=", organisationId)
    .where("authorisations.state", "=", sql.lit("requested"))
    .where("tickets.status", "=", sql.lit("open"))
    .orderBy("authorisations.requestedAt")
    .limit(limit)
    .execute();
}
