import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";

// The head of each chain leads to its last event, so that no history is read.
const lastOf = compiled(
  (_, organisationIds: readonly OrganisationId[]) => sql<{
    organisationId: OrganisationId;
    at: Temporal.Instant | null;
  }>`
    select h.organisation_id, (select e.at from events e
      where e.organisation_id = h.organisation_id and e.sequence = h.sequence) as at
    from event_heads h where h.organisation_id = any(${organisationIds}::uuid[])`,
);

/** When something last happened at each of several organisations. */
export async function lastHappenedOf(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, Temporal.Instant>> {
  const rows = await lastOf(tx, organisationIds);
  return new Map(rows.flatMap(({ organisationId, at }) => (at === null ? [] : [[organisationId, at] as const])));
}
