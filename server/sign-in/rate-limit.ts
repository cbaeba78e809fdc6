import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";
import { networkOf } from "./network.ts";

/** So many of something in a window of time. */
interface Limit {
  readonly bucket: string;
  readonly most: number;
  readonly minutes: number;
}

/**
 * Counts one more in each bucket and answers how many minutes to wait, or null when there is room in all (R17). The first
 * that is full ends the counting: who is refused already must not use up what others share with them, such as an address's
 * own count. The counts lie in the database, so that they hold across processes and restarts; a window that is over starts
 * anew by itself, so that nobody is ever locked out for long.
 */
export async function takeHits(
  tx: Transaction,
  limits: readonly Limit[],
  now: Temporal.Instant,
): Promise<number | null> {
  for (const limit of limits) {
    const { hits, window_started_at: started } = await takeHit(tx, limit, now);
    if (hits > limit.most)
      return Math.max(1, Math.ceil(now.until(started.add({ minutes: limit.minutes })).total("minutes")));
  }
  return null;
}

async function takeHit(
  tx: Transaction,
  limit: Limit,
  now: Temporal.Instant,
): Promise<{ hits: number; window_started_at: Temporal.Instant }> {
  const over = now.subtract({ minutes: limit.minutes });
  const { rows } = await sql<{ hits: number; window_started_at: Temporal.Instant }>`
    insert into rate_limits as r (bucket, window_started_at, hits) values (${limit.bucket}, ${now}, 1)
    on conflict (bucket) do update set
      hits = case when r.window_started_at <= ${over} then 1 else least(r.hits + 1, 1000000) end,
      window_started_at = case when r.window_started_at <= ${over} then excluded.window_started_at else r.window_started_at end
    returning hits, window_started_at`.execute(tx);
  return rows[0] ?? { hits: 1, window_started_at: now };
}

/**
 * Asking for codes: what is the asker's own first, so that somebody else's asking does not hinder an address's owner. One
 * network asks at most twenty times an hour for an address, which leaves room in the address's own sixty.
 */
export function askLimits(mailAddress: string, address: string): readonly Limit[] {
  const network = networkOf(address);
  return [
    { bucket: bucket("ask-address-network", mailAddress, network), most: 5, minutes: 15 },
    { bucket: bucket("ask-network", network), most: 60, minutes: 15 },
    { bucket: bucket("ask-address", mailAddress), most: 60, minutes: 60 },
  ];
}

/** Trying codes: each code has its own five attempts besides. */
export function tryLimits(address: string): readonly Limit[] {
  return [{ bucket: bucket("try-network", networkOf(address)), most: 100, minutes: 15 }];
}

/** Addresses are personal data, and the table needs only to tell them apart. */
function bucket(kind: string, ...parts: readonly string[]): string {
  return `${kind}:${createHash("sha256").update(parts.join(" ")).digest("base64url")}`;
}
