import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";

/** A refusal of one minute, with its number. */
export interface ListedRefusal {
  readonly id: string;
  readonly lastAt: Temporal.Instant;
  readonly hits: number;
  readonly reason: string;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly organisationId: OrganisationId | null;
  readonly organisationName: string | null;
  /** Method and path; empty for a minute with too many different ones. */
  readonly address: string;
  readonly network: string;
  readonly requestId: string;
}

interface Asked {
  readonly person?: PersonId | undefined;
  readonly organisation?: OrganisationId | undefined;
  /** The last one of the previous page. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * The newest refused accesses, of everybody, one person or one organisation (R38). `next` is the `after` of the next
 * page.
 */
export async function listRefusedAccesses(
  tx: Transaction,
  { person, organisation, after, limit }: Asked,
): Promise<{ readonly refusals: readonly ListedRefusal[]; readonly next: string | null }> {
  let query = tx
    .selectFrom("refused_accesses as r")
    .leftJoin("organisations as o", "o.organisationId", "r.organisationId")
    .select([
      "r.id",
      "r.lastAt",
      "r.hits",
      "r.reason",
      "r.personId",
      nameOf("r.personId").as("personName"),
      "r.organisationId",
      "o.name as organisationName",
      "r.address",
      "r.network",
      "r.requestId",
    ]);
  if (person !== undefined) query = query.where("r.personId", "=", person);
  if (organisation !== undefined) query = query.where("r.organisationId", "=", organisation);
  if (after !== undefined) query = query.where("r.id", "<", after);
  const rows = await query
    .orderBy("r.id", "desc")
    .limit(limit + 1)
    .execute();
  const refusals = rows.slice(0, limit);
  return { refusals, next: rows.length > limit ? (refusals.at(-1)?.id ?? null) : null };
}
