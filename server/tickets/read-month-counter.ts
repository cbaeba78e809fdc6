import type { OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
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
