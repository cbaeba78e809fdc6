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
    with recursive earliest as (
      -- The first ticket of each organisation with something left, from one organisation to the next.
      (select t.organisation_id, t.month from tickets t where t.has_uninvoiced_work order by t.organisation_id, t.month limit 1)
      union all
      select n.organisation_id, n.month from earliest e cross join lateral (
        select t.organisation_id, t.month from tickets t where t.has_uninvoiced_work and t.organisation_id > e.organisation_id
        order by t.organisation_id, t.month limit 1) n),
    waiting as materialized (
      select e.month as since,
        (select max(i.month) from invoices i where i.organisation_id = e.organisation_id) as invoiced_until
      from earliest e)
    select m.month, i.issued, i.cents,
      (select count(*)::integer from waiting w
        where w.since <= m.month and (w.invoiced_until is null or w.invoiced_until < m.month)) as open
    from unnest(${months}::text[]) as m(month)
    cross join lateral (select count(*)::integer as issued, coalesce(sum(i.total_cents), 0)::text as cents
      from invoices i where i.month = m.month) i
    order by m.month desc`.execute(tx);
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
    with recursive waiting as (
      select coalesce(${page.after}::uuid, '00000000-0000-0000-0000-000000000000') as organisation_id, 0 as place
      union all
      select n.organisation_id, w.place + 1 from waiting w cross join lateral (
        select t.organisation_id from tickets t
        where t.has_uninvoiced_work and t.month <= ${month} and t.organisation_id > w.organisation_id
        order by t.organisation_id limit 1) n
      where w.place <= ${page.limit})
    select o.organisation_id as id, o.name from waiting join organisations o on o.organisation_id = waiting.organisation_id
    where place > 0 order by o.organisation_id`.execute(tx);
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
