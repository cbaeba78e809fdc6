import { sql } from "kysely";
import type pg from "pg";
import type { Transaction } from "../db/connect.ts";

export async function insertInstallation(client: pg.Client, isDemo: boolean): Promise<void> {
  await client.query("insert into installation (is_demo, created_at) values ($1, now())", [isDemo]);
}

export async function markDemoComplete(client: pg.Client): Promise<void> {
  await client.query("update installation set demo_is_complete = true");
}

/** Moves the clock of a demo to an offset, unless it is further. */
export async function advanceClock(tx: Transaction, offsetSeconds: bigint): Promise<void> {
  await tx
    .updateTable("installation")
    .set({ clockOffsetSeconds: sql`greatest(clock_offset_seconds, ${offsetSeconds})` })
    .execute();
}
