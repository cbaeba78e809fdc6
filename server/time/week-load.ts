import { sql } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import { localDateOf } from "../contracts/contract-on.ts";
import type { Transaction } from "../db/connect.ts";
import { timeZone } from "../ui/format.ts";

export interface WeekLoad {
  readonly id: PersonId;
  readonly name: string;
  readonly capacityMinutes: number;
  readonly loggedMinutes: number;
}

/** What each consultant logged since Monday, beside the room they have in a week (B2). */
export async function weekLoad(tx: Transaction, now: Temporal.Instant): Promise<readonly WeekLoad[]> {
  const today = localDateOf(now);
  const monday = today
    .subtract({ days: today.dayOfWeek - 1 })
    .toZonedDateTime(timeZone)
    .toInstant();
  const { rows } = await sql<{ id: PersonId; name: string; capacity: number; logged: number }>`
    select p.id, p.name, p.weekly_capacity_minutes as capacity,
      (select coalesce(sum(e.minutes), 0)::integer from time_entries e
       where e.consultant_id = p.id and e.starts_at >= ${monday}::timestamptz and e.voided_at is null) as logged
    from people p
    where p.staff_role is not null and p.deactivated_at is null and p.weekly_capacity_minutes > 0
    order by p.name, p.id limit 40`.execute(tx);
  return rows.map((row) => ({ id: row.id, name: row.name, capacityMinutes: row.capacity, loggedMinutes: row.logged }));
}
