import { sql } from "kysely";
import type { BusyTime } from "../../core/time/time-entry.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** A consultant's work that touches a stretch, remote or on site, with its ticket. Uses the index of busy times. */
export async function findOverlapping(
  tx: Transaction,
  consultantId: PersonId,
  { start, end }: Stretch,
): Promise<readonly BusyTime[]> {
  const { rows } = await sql<{ reference: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select t.reference, lower(b.during) as starts_at, upper(b.during) as ends_at
    from busy_times b
    left join time_entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
    left join visits v on v.organisation_id = b.organisation_id and v.id = b.visit_id
    join tickets t on t.organisation_id = b.organisation_id and t.id = coalesce(e.ticket_id, v.ticket_id)
    where b.consultant_id = ${consultantId} and b.during && tstzrange(${start}::timestamptz, ${end}::timestamptz, '[)')
    order by lower(b.during) limit 1`.execute(tx);
  return rows.map((row) => ({ reference: row.reference, start: row.startsAt, end: row.endsAt }));
}

/** The end of the consultant's work around an instant, if there is any. */
export async function findEndAfter(
  tx: Transaction,
  consultantId: PersonId,
  instant: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ endsAt: Temporal.Instant }>`
    select upper(during) as ends_at from busy_times
    where consultant_id = ${consultantId} and during @> ${instant}::timestamptz limit 1`.execute(tx);
  return rows[0]?.endsAt ?? null;
}
