import { type RawBuilder, sql } from "kysely";
import type { SeatNumber } from "../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

export interface Membership {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly seat: SeatNumber | null;
  readonly isSignatory: boolean;
}

export async function findPerson(tx: Transaction, id: PersonId) {
  return tx.selectFrom("people").selectAll().where("id", "=", id).where("deactivatedAt", "is", null).executeTakeFirst();
}

export async function findPersonByAddress(tx: Transaction, mailAddress: string) {
  return tx
    .selectFrom("people")
    .selectAll()
    .where("mailAddress", "=", mailAddress)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
}

/** The organisations in which a person holds a seat or may sign (P2). */
export async function findMemberships(
  tx: Transaction,
  personId: PersonId | RawBuilder<PersonId>,
): Promise<Membership[]> {
  const { rows } = await sql<{
    organisationId: OrganisationId;
    name: string;
    seatNumber: SeatNumber | null;
    isSignatory: boolean;
  }>`
    select o.organisation_id, o.name, s.seat_number, g.person_id is not null as is_signatory
    from (select organisation_id from seats where person_id = ${personId} union select organisation_id from signatories where person_id = ${personId}) places
    join organisations o using (organisation_id)
    left join seats s on s.organisation_id = o.organisation_id and s.person_id = ${personId}
    left join signatories g on g.organisation_id = o.organisation_id and g.person_id = ${personId}
    order by lower(o.name), o.organisation_id`.execute(tx);
  return rows.map((row) => ({
    organisationId: row.organisationId,
    organisationName: row.name,
    seat: row.seatNumber,
    isSignatory: row.isSignatory,
  }));
}
