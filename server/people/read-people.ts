import { type RawBuilder, sql } from "kysely";
import type { SeatNumber } from "../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
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

/** Whoever has an address, also somebody who was suspended: a person keeps their address. */
export async function findAnybodyByAddress(tx: Transaction, mailAddress: string) {
  return tx.selectFrom("people").selectAll().where("mailAddress", "=", mailAddress).executeTakeFirst();
}

export async function findPersonByAddress(tx: Transaction, mailAddress: string) {
  return tx
    .selectFrom("people")
    .selectAll()
    .where("mailAddress", "=", mailAddress)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
}

interface MembershipRow {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly seatNumber: SeatNumber | null;
  readonly isSignatory: boolean;
}

function memberships(people: RawBuilder<unknown>) {
  return sql<MembershipRow>`
    select person_id, organisation_id, o.name, s.seat_number, g.person_id is not null as is_signatory
    from (select person_id, organisation_id from seats where person_id = any(${people})
      union select person_id, organisation_id from signatories where person_id = any(${people})) places
    join organisations o using (organisation_id)
    left join seats s using (organisation_id, person_id)
    left join signatories g using (organisation_id, person_id)
    order by lower(o.name), organisation_id`;
}

const ofPeople = compiled((_, ids: readonly PersonId[]) => memberships(sql`${ids}::uuid[]`));
const ofSession = compiled((_, tokenHash: Buffer) =>
  memberships(sql`array[(select person_id from sessions where token_hash = ${tokenHash})]::uuid[]`),
);

/** The organisations in which a person holds a seat or may sign (P2). */
export async function findMemberships(tx: Transaction, personId: PersonId): Promise<readonly Membership[]> {
  return (await ofPeople(tx, [personId])).map(membershipOf);
}

/** The same for the person of a session. */
export async function membershipsOfSession(tx: Transaction, tokenHash: Buffer): Promise<readonly Membership[]> {
  return (await ofSession(tx, tokenHash)).map(membershipOf);
}

/** The same for several people, in one reading. */
export async function listMemberships(
  tx: Transaction,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Membership[]>> {
  const found = Map.groupBy(await ofPeople(tx, personIds), ({ personId }) => personId);
  return new Map([...found].map(([personId, rows]) => [personId, rows.map(membershipOf)]));
}

function membershipOf(row: MembershipRow): Membership {
  return {
    organisationId: row.organisationId,
    organisationName: row.name,
    seat: row.seatNumber,
    isSignatory: row.isSignatory,
  };
}

const twoOfStaff = compiled((from) =>
  from.selectFrom("people").select("id").where("staffRole", "is not", null).where("deactivatedAt", "is", null).limit(2),
);

/** Whether more than one person works for the provider. */
export async function hasSeveralStaff(tx: Transaction): Promise<boolean> {
  return (await twoOfStaff(tx)).length > 1;
}
