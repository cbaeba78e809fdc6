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
): Promise<readonly Membership[]> {
  return (await membershipsOf(tx, sql`array[${personId}]::uuid[]`)).map(({ membership }) => membership);
}

/** The same for several people, in one reading. */
export async function listMemberships(
  tx: Transaction,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Membership[]>> {
  const found = Map.groupBy(await membershipsOf(tx, sql`${personIds}::uuid[]`), ({ personId }) => personId);
  return new Map([...found].map(([personId, rows]) => [personId, rows.map(({ membership }) => membership)]));
}

async function membershipsOf(tx: Transaction, people: RawBuilder<unknown>) {
  const { rows } = await sql<{
    personId: PersonId;
    organisationId: OrganisationId;
    name: string;
    seatNumber: SeatNumber | null;
    isSignatory: boolean;
  }>`
    select person_id, organisation_id, o.name, s.seat_number, g.person_id is not null as is_signatory
    from (select person_id, organisation_id from seats where person_id = any(${people})
      union select person_id, organisation_id from signatories where person_id = any(${people})) places
    join organisations o using (organisation_id)
    left join seats s using (organisation_id, person_id)
    left join signatories g using (organisation_id, person_id)
    order by lower(o.name), organisation_id`.execute(tx);
  return rows.map((row) => ({
    personId: row.personId,
    membership: {
      organisationId: row.organisationId,
      organisationName: row.name,
      seat: row.seatNumber,
      isSignatory: row.isSignatory,
    },
  }));
}
