import { sql } from "kysely";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { type Room, roomOf, weekStartOf, type WorkWeek } from "../../core/tickets/capacity.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

export interface WeekLoad extends WorkWeek, Room {
  readonly id: PersonId;
  readonly name: string;
}

/** Each consultant's logged time since Monday, remote or on site, and their room in a week (B2). */
export async function weekLoad(tx: Transaction, now: Temporal.Instant): Promise<readonly WeekLoad[]> {
  const monday = weekStartOf(now, timeZone);
  const { rows } = await sql<{ id: PersonId; name: string; capacity: number; logged: number }>`
    select p.id, p.name, p.weekly_capacity_minutes as capacity,
      (select coalesce(sum(e.minutes), 0)::integer from time_entries e
       where e.consultant_id = p.id and e.starts_at >= ${monday}::timestamptz and e.voided_at is null)
      + (select coalesce(sum(v.minutes), 0)::integer from visits v
       where v.consultant_id = p.id and v.starts_at >= ${monday}::timestamptz and v.voided_at is null) as logged
    from people p
    where p.staff_role is not null and p.deactivated_at is null and p.weekly_capacity_minutes > 0
    order by p.name, p.id limit 40`.execute(tx);
  return rows.map(({ id, name, capacity, logged }) => {
    const week = { capacityMinutes: capacity, loggedMinutes: logged };
    return { id, name, ...week, ...roomOf(week) };
  });
}
