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
