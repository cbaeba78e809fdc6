import { sql } from "kysely";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { type Month, monthsAround, periodOf } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";

export interface MonthStanding {
  readonly month: Month;
  /**
   * The number of organisations with a ticket of this month or before that has something left, and no invoice of this
   * month or later.
   */
  readonly openCount: number;
  readonly issuedCount: number;
  readonly issuedCents: bigint;
}

/** The state of the last months, newest first. */
export async function listMonths(tx: Transaction, thisMonth: Month, count: number): Promise<readonly MonthStanding[]> {
  const months = monthsAround(thisMonth, { before: count - 1, after: 0 }).toReversed();
  const { rows } = await sql<{ month: Month; open: number; issued: number; cents: string }>`
    with waiting as materialized (
      select t.organisation_id, min(t.month) as since,
        (select max(i.month) from invoices i where i.organisation_id = t.organisation_id) as invoiced_until
      from tickets t where t.has_uninvoiced_work group by t.organisation_id)
    select m.month,
      (select count(*)::integer from waiting w
        where w.since <= m.month and (w.invoiced_until is null or w.invoiced_until < m.month)) as open,
      (select count(*)::integer from invoices i where i.month = m.month) as issued,
      (select coalesce(sum(i.total_cents), 0)::text from invoices i where i.month = m.month) as cents
    from unnest(${months}::text[]) as m(month) order by m.month desc`.execute(tx);
  // Leaves out the empty months before the first with anything.
  const first = rows.findLastIndex((row) => row.open > 0 || row.issued > 0);
  return rows.slice(0, Math.max(first, 1) + 1).map((row) => ({
    month: row.month,
    openCount: row.open,
    issuedCount: row.issued,
    issuedCents: BigInt(row.cents),
  }));
}

/**
 * Organisations with possibly something to invoice up to a month's end, one page. `next` is the key of the next page.
 */
export async function listOrganisationsToInvoice(
  tx: Transaction,
  month: Month,
  page: { after: OrganisationId | null; limit: number },
) {
  const { rows } = await sql<{ id: OrganisationId; name: string }>`
    select o.organisation_id as id, o.name from organisations o
    where exists (select from tickets t where t.organisation_id = o.organisation_id and t.has_uninvoiced_work and t.month <= ${month})
      and (${page.after}::uuid is null or o.organisation_id > ${page.after}::uuid)
    order by o.organisation_id limit ${page.limit + 1}`.execute(tx);
  const organisations = rows.slice(0, page.limit);
  return { organisations, next: rows.length > page.limit ? (organisations.at(-1)?.id ?? null) : null };
}

/** Somebody who is working on a ticket right now. */
export interface TimerOf {
  readonly reference: string;
  readonly name: string;
}

/** The people working for some organisations right now, since before a month's end. Their time is not recorded yet. */
export async function listTimersOfEach(
  tx: Transaction,
  organisationIds: readonly OrganisationId[],
  month: Month,
): Promise<ReadonlyMap<OrganisationId, readonly TimerOf[]>> {
  const rows = await tx
    .selectFrom("running_timers")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "running_timers.organisationId")
        .onRef("tickets.id", "=", "running_timers.ticketId"),
    )
    .innerJoin("people", "people.id", "running_timers.consultantId")
    .select(["running_timers.organisationId", "tickets.reference", "people.name"])
    .where(isOneOf("running_timers.organisationId", organisationIds))
    .where("running_timers.startedAt", "<", periodOf(month, timeZone).end)
    .orderBy("tickets.reference")
    .execute();
  return Map.groupBy(rows, (row) => row.organisationId);
}
