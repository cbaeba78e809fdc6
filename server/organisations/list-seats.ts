import { sql } from "kysely";
import { type SeatPeriod, seatPeriods } from "../../core/organisations/seats.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

/** The holders of an organisation's two seats, by number (P2). */
export const listSeats = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("seats")
    .select(["seats.seatNumber as number", "seats.personId", nameOf("seats.personId").as("name")])
    .where("seats.organisationId", "=", organisationId)
    .orderBy("seats.seatNumber"),
);

/** The first fifty signatories of an organisation by name (P2). */
export const listSignatories = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("signatories")
    .select(["signatories.personId", nameOf("signatories.personId").as("name")])
    .where("signatories.organisationId", "=", organisationId)
    .orderBy("name")
    .limit(50),
);

/** Who holds which seat now, for deciding. */
export async function heldSeats(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("seats")
    .select(["seatNumber as number", "personId"])
    .where("organisationId", "=", organisationId)
    .execute();
}

/** Every signatory, for deciding. */
export async function signatoryIds(tx: Transaction, organisationId: OrganisationId): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("signatories")
    .select("personId")
    .where("organisationId", "=", organisationId)
    .execute();
  return rows.map(({ personId }) => personId);
}

const mostHappenings = 60;

/** Who held which seat from when to when, newest first: the last sixty changes (P2). */
export async function listSeatPeriods(tx: Transaction, organisationId: OrganisationId): Promise<readonly SeatPeriod[]> {
  const { rows } = await sql<{ happenedAt: Temporal.Instant; seat: number; holder: string | null }>`
    select * from seat_history(${organisationId}::uuid, ${mostHappenings})`.execute(tx);
  return seatPeriods(rows.map(({ happenedAt: at, seat, holder }) => ({ at, seat, holder })));
}
