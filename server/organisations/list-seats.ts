import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

/** Who holds an organisation's two seats, by number (P2). */
export async function listSeats(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("seats")
    .select(["seats.seatNumber as number", nameOf("seats.personId").as("name")])
    .where("seats.organisationId", "=", organisationId)
    .orderBy("seats.seatNumber")
    .execute();
}

/** Who may sign for an organisation (P2); the first fifty by name. */
export async function listSignatories(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("signatories")
    .select(nameOf("signatories.personId").as("name"))
    .where("signatories.organisationId", "=", organisationId)
    .orderBy("name")
    .limit(50)
    .execute();
}
