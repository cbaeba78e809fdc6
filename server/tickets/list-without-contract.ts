import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Organisations with possibly open tickets under a contract that ended before a local date and that none carries on, by
 * id from after one of them. Core decides on the tickets ("Charges, exactly" 8).
 */
export async function listWithoutContract(
  tx: Transaction,
  { today, after, limit }: { today: Temporal.PlainDate; after: OrganisationId | null; limit: number },
): Promise<readonly OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select distinct t.organisation_id as id from tickets t
      join contracts c on c.organisation_id = t.organisation_id
    where t.status = 'open' and c.ends_on < ${today.toString()}::date
      and coalesce(t.reopened_at, t.created_at) < c.ends_on + interval '2 days'
      and not exists (select from contracts n where n.organisation_id = c.organisation_id and n.starts_on = c.ends_on + 1)
      and t.organisation_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by 1 limit ${limit}`.execute(tx);
  return rows.map((row) => row.id);
}

/** Some of an organisation's open tickets, oldest first, locked until the transaction ends. */
export async function lockOpenTickets(tx: Transaction, organisationId: OrganisationId, limit: number) {
  return tx
    .selectFrom("tickets")
    .selectAll()
    .where("organisationId", "=", organisationId)
    .where("status", "=", sql.lit("open"))
    .orderBy("createdAt")
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .execute();
}
