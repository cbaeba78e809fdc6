import { compiled } from "../db/compiled.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { nameOf } from "../people/names.ts";

/** The holders of an organisation's two seats, by number (P2). */
export const listSeats = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("seats")
    .select(["seats.seatNumber as number", nameOf("seats.personId").as("name")])
    .where("seats.organisationId", "=", organisationId)
    .orderBy("seats.seatNumber"),
);

/** The first fifty signatories of an organisation by name (P2). */
export const listSignatories = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("signatories")
    .select(nameOf("signatories.personId").as("name"))
    .where("signatories.organisationId", "=", organisationId)
    .orderBy("name")
    .limit(50),
);
