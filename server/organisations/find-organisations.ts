import { sql } from "kysely";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { compiled, compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";

const perPage = 40;

interface OrganisationsAsked {
  readonly text: string;
  readonly after: string | undefined;
  /** Only the archived ones, which are left out otherwise. */
  readonly isArchived?: boolean;
}

/** Organisations by name, one page from after a name and id; with a text only those with it in their name. */
export async function listOrganisations(tx: Transaction, { text, after, isArchived = false }: OrganisationsAsked) {
  let query = tx
    .selectFrom("organisations")
    .select(["organisationId as id", "name", "invoiceMailAddress", "openCents"])
    .where("archivedAt", isArchived ? "is not" : "is", null);
  if (text !== "") query = query.where(sql<boolean>`position(lower(${text}) in lower(name)) > 0`);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(lower(name), organisation_id) > (select lower(name), organisation_id from organisations where organisation_id = ${after}::uuid)`,
    );
  const rows = await query
    .orderBy(sql`lower(name)`)
    .orderBy("organisationId")
    .limit(perPage + 1)
    .execute();
  const organisations = rows.slice(0, perPage);
  return { organisations, next: rows.length > perPage ? (organisations.at(-1)?.id ?? null) : null };
}

export type ListedOrganisation = Awaited<ReturnType<typeof listOrganisations>>["organisations"][number];

/** Some organisations in the order of their ids, from after one. */
export async function listOrganisationsAfter(tx: Transaction, after: OrganisationId | null, limit: number) {
  let query = tx.selectFrom("organisations").select(["organisationId as id", "name"]).orderBy("organisationId");
  if (after !== null) query = query.where("organisationId", ">", after);
  return query.limit(limit).execute();
}

/** One organisation by its id, if the role may see it. */
export const findOrganisation = compiledOne((from, id: string) =>
  from
    .selectFrom("organisations")
    .selectAll()
    .where("organisationId", "=", id as OrganisationId),
);

/** What staff note about an organisation; null without anything. Contacts cannot read it. */
export async function findNotes(tx: Transaction, id: string): Promise<string | null> {
  return (await notesOf(tx, id))[0]?.body ?? null;
}

const notesOf = compiled((from, id: string) =>
  from
    .selectFrom("organisation_notes")
    .select("body")
    .where("organisationId", "=", id as OrganisationId),
);

/** The name of one organisation; null if it does not exist. */
export async function findOrganisationName(tx: Transaction, id: string): Promise<string | null> {
  return (await findOrganisation(tx, id))?.name ?? null;
}

/** The seats of an organisation with their holders (P2). */
export const findSeats = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("seats")
    .innerJoin("people", "people.id", "seats.personId")
    .select(["seats.seatNumber as number", "people.id", "people.name", "people.mailAddress", "people.phone"])
    .select("seats.assignedAt")
    .where("seats.organisationId", "=", organisationId)
    .orderBy("seats.seatNumber"),
);

/** The signatories of an organisation (P2). */
export const findSignatories = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("signatories")
    .innerJoin("people", "people.id", "signatories.personId")
    .select(["people.id", "people.name", "people.mailAddress"])
    .where("signatories.organisationId", "=", organisationId)
    .orderBy("people.name"),
);

/** Whether a person may sign for an organisation (P2). */
export async function isSignatory(
  tx: Transaction,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<boolean> {
  const row = await tx
    .selectFrom("signatories")
    .select("personId")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

const anyOrganisation = compiledOne((from) => from.selectFrom("organisations").select("organisationId").limit(1));

/** Whether there is any customer yet. */
export async function hasOrganisations(tx: Transaction): Promise<boolean> {
  return (await anyOrganisation(tx)) !== undefined;
}
