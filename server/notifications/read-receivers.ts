import type { Language } from "../../core/values/language.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

export interface Receiver {
  readonly id: PersonId;
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
}

/** The present holders of seats. A former contact gets no more mail (R03). */
export async function listSeated(tx: Transaction, organisationId: OrganisationId): Promise<Receiver[]> {
  return tx
    .selectFrom("seats")
    .innerJoin("people", "people.id", "seats.personId")
    .select(["people.id", "people.name", "people.mailAddress", "people.language"])
    .where("seats.organisationId", "=", organisationId)
    .where("people.deactivatedAt", "is", null)
    .orderBy("seats.seatNumber")
    .execute();
}

/** A person of staff, if they still are. */
export async function findStaffTold(tx: Transaction, id: PersonId): Promise<Receiver | undefined> {
  return tx
    .selectFrom("people")
    .select(["id", "name", "mailAddress", "language"])
    .where("id", "=", id)
    .where("staffRole", "is not", null)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
}

export async function findOrganisationTold(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("organisations")
    .select(["name", "invoiceMailAddress", "language"])
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
}
