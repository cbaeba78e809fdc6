import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** Who holds an organisation's two seats, by number (P2). */
export async function listSeats(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("seats")
    .innerJoin("visible_people", "visible_people.id", "seats.person_id")
    .select(["seats.seat_number as number", "visible_people.name"])
    .where("seats.organisation_id", "=", organisationId)
    .orderBy("seats.seat_number")
    .execute();
}

/** Who may sign for an organisation (P2); the first fifty by name. */
export async function listSignatories(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("signatories")
    .innerJoin("visible_people", "visible_people.id", "signatories.person_id")
    .select("visible_people.name")
    .where("signatories.organisation_id", "=", organisationId)
    .orderBy("visible_people.name")
    .limit(50)
    .execute();
}
