import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";

/** Counts a hit in a bucket; answers the hits of its window, which starts anew when it is over. */
export async function takeHit(
  tx: Transaction,
  limit: { readonly bucket: string; readonly minutes: number },
  now: Temporal.Instant,
): Promise<{ hits: number; windowStartedAt: Temporal.Instant }> {
  const over = now.subtract({ minutes: limit.minutes });
  const { rows } = await sql<{ hits: number; windowStartedAt: Temporal.Instant }>`
    insert into rate_limits as r (bucket, window_started_at, hits) values (${limit.bucket}, ${now}, 1)
    on conflict (bucket) do update set
      hits = case when r.window_started_at <= ${over} then 1 else least(r.hits + 1, 1000000) end,
      window_started_at = case when r.window_started_at <= ${over} then excluded.window_started_at else r.window_started_at end
    returning hits, window_started_at`.execute(tx);
  return rows[0] ?? { hits: 1, windowStartedAt: now };
}
