import type { OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Work } from "../events/work.ts";

/** The number of tickets the organisation created in the month of an instant. */
export async function countTicketsInMonth(work: Work, organisationId: OrganisationId, month: Month): Promise<number> {
  const row = await work.tx
    .selectFrom("month_counters")
    .select("lastNumber")
    .where("organisationId", "=", organisationId)
    .where("month", "=", month)
    .executeTakeFirst();
  return row?.lastNumber ?? 0;
}

const countersOf = compiled((from, organisationIds: readonly OrganisationId[], month: Month) =>
  from
    .selectFrom("month_counters")
    .select(["organisationId", "lastNumber"])
    .where(isOneOf("organisationId", organisationIds))
    .where("month", "=", month),
);

/** The same of several organisations, as far as they created any. */
export async function countTicketsOfEach(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
  month: Month,
): Promise<ReadonlyMap<OrganisationId, number>> {
  const rows = await countersOf(tx, organisationIds, month);
  return new Map(rows.map(({ organisationId, lastNumber }) => [organisationId, lastNumber]));
}
