import { sql } from "kysely";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Whether the terms of each year are the published ones, by their event or by an invoice made under them (K5, R13). A
 * later version of the product may have added or replaced settings; all others never change.
 */
export async function verifyTerms(tx: Transaction, report: (problem: string) => void): Promise<void> {
  const { rows } = await sql<{ year: number; setting: string }>`
    with said as (
      select e.subject as year, p.payload -> 'terms' as terms
      from provider_events e join provider_event_payloads p on p.event_id = e.id
      where e.kind = 'terms-published' and jsonb_typeof(p.payload -> 'terms') = 'object'
      union
      select i.snapshot #>> '{terms,year}', i.snapshot -> 'terms' from invoices i
      where jsonb_typeof(i.snapshot -> 'terms') = 'object')
    select distinct t.year, s.key as setting
    from terms t join said on said.year = t.year::text, jsonb_each(said.terms) s
    where t.data ? s.key and t.data -> s.key <> s.value order by 1, 2`.execute(tx);
  for (const { year, setting } of rows) report(`terms of ${year}: ${setting} is not what was published`);
  await verifyTimeZones(tx, report);
  const gone = await sql<{ year: string }>`
    select distinct e.subject as year from provider_events e
    where e.kind = 'terms-published' and not exists (select from terms t where t.year::text = e.subject) order by 1`.execute(
    tx,
  );
  for (const { year } of gone.rows)
    report(`terms of ${year}: an event says that they were published, and they are gone`);
}

/**
 * Terms that were published before other time zones were refused. Their windows follow another zone than the customer's
 * months (M4).
 */
async function verifyTimeZones(tx: Transaction, report: (problem: string) => void): Promise<void> {
  const { rows } = await sql<{ year: number; zone: string }>`
    select year, data ->> 'timeZone' as zone from terms where data ->> 'timeZone' is distinct from ${timeZone} order by year`.execute(
    tx,
  );
  for (const { year, zone } of rows)
    report(`terms of ${year}: their time zone is ${zone}, and not ${timeZone}, the provider's`);
}
