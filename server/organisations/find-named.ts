import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

const most = 6;
const idPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The organisations that a text may mean: by id, by exact name, or by a part of the name; at most six. Case makes no
 * difference.
 */
export async function findOrganisationsNamed(
  tx: Transaction,
  text: string,
): Promise<readonly { readonly id: OrganisationId; readonly name: string }[]> {
  const query = tx
    .selectFrom("organisations")
    .select(["organisationId as id", "name"])
    .orderBy(sql`lower(name)`)
    .orderBy("organisationId")
    .limit(most);
  if (idPattern.test(text)) return query.where(sql<boolean>`organisation_id = ${text}::uuid`).execute();
  const exact = await query.where(sql<boolean>`lower(name) = lower(${text})`).execute();
  return exact.length > 0 ? exact : query.where(sql<boolean>`position(lower(${text}) in lower(name)) > 0`).execute();
}
