import type pg from "pg";
import { ConfigProblem } from "./config.ts";
import { openClient } from "../db/open-client.ts";
import { insertInstallation, markDemoComplete } from "./store.ts";

export interface Installation {
  readonly isDemo: boolean;
  /** The database is new. A demo still has to be filled. */
  readonly isNew: boolean;
  /** Lets the next process in. A new demo must be complete by then, or the next process makes it anew. */
  close(): Promise<void>;
}

const lockKey = 7_451_205;

/**
 * The kind of this database. A new one becomes a demo on request; an existing one stays what it is. An unfinished demo
 * is emptied and made anew. Runs as the owner, before anything is served, under a lock until it is closed: a second
 * process must not take a demo that is being filled for an unfinished one.
 */
export async function openInstallation(
  ownerUrl: string,
  options: { demo: boolean; isReal: boolean; remake: () => Promise<void> },
): Promise<Installation> {
  const client = await openClient(ownerUrl);
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const found = await readInstallation(client);
    if (options.isReal && (found?.is_demo ?? options.demo)) throw demoForReal(found !== null);
    let ended: Promise<void> | null = null;
    const close = async (): Promise<void> => (ended ??= client.end());
    if (found !== null && !(found.is_demo && !found.demo_is_complete))
      return { isDemo: found.is_demo, isNew: false, close };
    if (found !== null) {
      await client.query(
        "drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade",
      );
      await options.remake();
    }
    await insertInstallation(client, options.demo);
    return { isDemo: options.demo, isNew: true, close };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Invented people and invoices must never cause mail, nor be public. */
function demoForReal(exists: boolean): ConfigProblem {
  const what = exists ? "This database was made as a demo" : "A demo is to be made";
  return new ConfigProblem(
    `${what}, with invented people and invoices, so it is not served under PUBLIC_URL and mails nobody by SMTP_URL. Leave both settings out to see the demo, or set DATABASE_URL or DATA_DIRECTORY to a database of your own and start without --demo.`,
  );
}

/** Marks a demo as filled, so that the next start keeps it. */
export async function completeDemo(ownerUrl: string): Promise<void> {
  const client = await openClient(ownerUrl);
  try {
    await markDemoComplete(client);
  } finally {
    await client.end();
  }
}

async function readInstallation(client: pg.Client): Promise<{ is_demo: boolean; demo_is_complete: boolean } | null> {
  const { rows } = await client.query<{ is_demo: boolean; demo_is_complete: boolean }>(
    "select is_demo, demo_is_complete from installation",
  );
  return rows[0] ?? null;
}
