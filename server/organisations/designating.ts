import type { Language } from "../../core/values/language.ts";
import { sql } from "kysely";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

// A customer's face may not write people, seats and signatories. Functions of the database check that a signatory asks.

/**
 * Locks the people of an organisation until the transaction ends; false for whoever may not change them, also when
 * they were withdrawn a moment ago.
 */
export async function holdPeople(tx: Transaction, organisationId: OrganisationId): Promise<boolean> {
  const { rows } = await sql<{ isHeld: boolean }>`select hold_people(${organisationId}::uuid) as is_held`.execute(tx);
  return rows[0]?.isHeld === true;
}

interface Named {
  readonly id: PersonId;
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
  readonly at: Temporal.Instant;
}

/** The person of an address, who is added if nobody has it; null for staff, and for somebody who may not sign in. */
export async function namePerson(
  tx: Transaction,
  organisationId: OrganisationId,
  { id, name, mailAddress, language, at }: Named,
): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId | null }>`
    select name_person(${organisationId}::uuid, ${id}::uuid, ${name}, ${mailAddress}, ${language}, ${at.toString()}::timestamptz) as id`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

interface NamedSeat {
  readonly organisationId: OrganisationId;
  readonly number: number;
  readonly mailAddress: string;
  readonly at: Temporal.Instant;
}

/** Gives a seat to whoever has an address, instead of a former holder. */
export async function giveSeat(tx: Transaction, { organisationId, number, mailAddress, at }: NamedSeat): Promise<void> {
  await sql`select give_seat(${organisationId}::uuid, ${number}::integer, ${mailAddress}, ${at.toString()}::timestamptz)`.execute(
    tx,
  );
}

export async function emptySeat(tx: Transaction, organisationId: OrganisationId, number: number): Promise<void> {
  await sql`select vacate_seat(${organisationId}::uuid, ${number}::integer)`.execute(tx);
}

/** Appoints whoever has an address. */
export async function addSignatory(
  tx: Transaction,
  organisationId: OrganisationId,
  { mailAddress, at }: Pick<NamedSeat, "mailAddress" | "at">,
): Promise<void> {
  await sql`select add_signatory(${organisationId}::uuid, ${mailAddress}, ${at.toString()}::timestamptz)`.execute(tx);
}

export async function removeSignatory(
  tx: Transaction,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<void> {
  await sql`select remove_signatory(${organisationId}::uuid, ${personId}::uuid)`.execute(tx);
}
