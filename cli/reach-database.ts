import type { System } from "../core/access/actor.ts";
import { ensureRoles } from "../server/db/roles.ts";
import { inTransaction } from "../server/db/transaction.ts";
import type { Work } from "../server/events/work.ts";
import { readConfig } from "../server/start/config.ts";
import { createClock } from "../server/start/clock.ts";
import { type Database, openDatabase, openPool } from "../server/db/connect.ts";
import { createLogger } from "../server/start/log.ts";
import { reachServer } from "../server/start/open-database.ts";

/** The database for a command, also beside a running server. */
export interface Reached {
  readonly database: Database;
  readonly ownerUrl: string;
  /** Business time. A demo may have moved it forward. */
  readonly now: () => Temporal.Instant;
}

/** Works as the desk's role, under row-level security and triggers, in one transaction. */
export async function asDesk<Value>(
  { ownerUrl, now }: Reached,
  run: (work: Work<System>) => Promise<Value>,
): Promise<Value> {
  const { desk: url } = await ensureRoles(ownerUrl);
  const pool = openPool({ url, max: 1, name: "kwartier", onError: () => undefined });
  const desk = openDatabase(pool);
  const actor = { kind: "system" } as const;
  try {
    return await inTransaction({ desk, portal: desk }, actor, async (tx) => run({ tx, actor, now, reacts: true }));
  } finally {
    await pool.end();
  }
}

/** Opens the database for a command, and leaves it running or stopped as before. */
export async function withDatabase(command: string, run: (reached: Reached) => Promise<number>): Promise<number> {
  const config = readConfig(process.env, { demo: false });
  const { ownerUrl, leave } = await reachServer(config, createLogger("error"));
  const pool = openPool({
    url: ownerUrl,
    max: 1,
    name: `kwartier ${command}`,
    // The next statement fails and reports it.
    onError: () => undefined,
    statementTimeoutMs: 10 * 60_000,
  });
  try {
    const database = openDatabase(pool);
    const { now } = await createClock(database);
    return await run({ database, ownerUrl, now });
  } finally {
    await pool.end();
    await leave();
  }
}
