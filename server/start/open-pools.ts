import { openDatabase, openPool } from "../db/connect.ts";
import type { HeldTooLong } from "../db/one-connection.ts";
import type { Databases } from "../db/transaction.ts";
import type { Logger } from "../logger.ts";

interface Opening {
  readonly urls: { readonly portal: string; readonly desk: string };
  /** The connections of each face. */
  readonly size: number;
  readonly log: Logger;
  /** Throws for slow work under an open transaction; without it such work is logged. */
  readonly isStrict: boolean;
}

export interface Pools {
  readonly databases: Databases;
  /** One connection of each role that pages never use up. Health uses it, and what cancels readings (R42). */
  readonly reserved: Databases;
  close(): Promise<void>;
}

/** The connections for serving people. */
export function openPools({ urls, size, log, isStrict }: Opening): Pools {
  const open = (url: string, name: string, max: number) => {
    const report = reportLost(name, log);
    // A pool that is being ended may lose its connections when the database stops.
    const pool = openPool({ url, name, max, onError: (error) => (pool.ending ? undefined : report(error)) });
    return pool;
  };
  const portal = open(urls.portal, "kwartier portal", size);
  const desk = open(urls.desk, "kwartier desk", size);
  const health = { portal: open(urls.portal, "kwartier health", 1), desk: open(urls.desk, "kwartier health", 1) };
  const reserved = { portal: openDatabase(health.portal), desk: openDatabase(health.desk) };
  const whenHeld = (error: HeldTooLong): void => log.error({ error }, "a transaction was held open");
  return {
    databases: {
      portal: openDatabase(portal),
      desk: openDatabase(desk),
      cancelBy: reserved,
      ...(isStrict ? {} : { whenHeld }),
    },
    reserved,
    close: async () => {
      await Promise.all([portal, desk, health.portal, health.desk].map(async (pool) => pool.end()));
    },
  };
}

/** Reports a lost connection of a pool, in use or idle. */
function reportLost(pool: string, log: Logger): (error: Error) => void {
  return (error) => log.warn({ error, pool }, "a database connection was lost");
}
