import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

/** The holders of an organisation's two seats, by number (P2). */
export async function listSeats(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("seats")
    .select(["seats.seatNumber as number", nameOf("seats.personId").as("name")])
    .where("seats.organisationId", "=", organisationId)
    .orderBy("seats.seatNumber")
    .execute();
}

/** The first fifty signatories of an organisation by name (P2). */
export async function listSignatories(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("signatories")
    .select(nameOf("signatories.personId").as("name"))
    .where("signatories.organisationId", "=", organisationId)
    .orderBy("name")
    .limit(50)
    .execute();
}
