import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { packageRoot } from "../root.ts";
import { openClient } from "./open-client.ts";
import { DatabaseProblem } from "./problem.ts";
import { readOwner, refuseWeakOwner } from "./roles.ts";
import { databaseCode } from "./transaction.ts";

const oldestServer = 150_000;
const lockKey = 7_451_204;
const deadlock = "40P01";
const defaultFolder = join(packageRoot, "migrations");

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/**
 * Brings the schema up to date as its owner, under a lock, each step in a transaction of its own (R36). Answers the
 * names of the new steps.
 */
export async function migrate(ownerUrl: string, folder: string = defaultFolder): Promise<string[]> {
  const client = await openClient(ownerUrl);
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await refuseWeakOwner(client, { makes: true });
    await client.query(
      "create table if not exists public.schema_steps (name text primary key, checksum text not null, taken_at timestamptz not null default now())",
    );
    const taken = await takeMissingSteps(client, await readMigrations(folder));
    await runMigrations({ connectionString: ownerUrl });
    await openQueueToDesk(client);
    return taken;
  } finally {
    await client.end();
  }
}

/**
 * Refuses a server that cannot be reached, that asks for a password the URL does not have, or that is older than
 * PostgreSQL 15.
 */
export async function checkServer(url: string, oldest: number = oldestServer): Promise<void> {
  readOwner(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const where = new URL(url);
    throw new DatabaseProblem(
      "unreachable",
      `The database at ${where.hostname}:${where.port || "5432"} cannot be reached (${error instanceof Error ? error.message : "no answer"}): check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  }
  try {
    const { rows } = await client.query<{ version: number; name: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
    );
    const server = rows[0];
    if (server !== undefined && server.version < oldest)
      throw new DatabaseProblem(
        "too-old",
        `The database server is PostgreSQL ${server.name}: Kwartier needs version ${Math.floor(oldest / 10_000)} or later.`,
      );
  } finally {
    await client.end();
  }
}

/**
 * Refuses a database without exactly the steps of this version, or whose owner does not see every row. Changes nothing.
 */
export async function checkSchema(ownerUrl: string, folder: string = defaultFolder): Promise<void> {
  const client = await openClient(ownerUrl);
  try {
    await refuseWeakOwner(client, { makes: false });
    const { rows } = await client.query<{ known: boolean }>(
      "select to_regclass('public.schema_steps') is not null as known",
    );
    const migrations = await readMigrations(folder);
    const done = rows[0]?.known === true ? await readSteps(client, migrations) : new Set<string>();
    const missing = migrations.find(({ name }) => !done.has(name));
    if (missing !== undefined)
      throw new DatabaseProblem(
        "older-schema",
        `The database is not up to date (step ${missing.name} is missing): run kwartier migrate first.`,
      );
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

async function takeMissingSteps(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const done = await readSteps(client, migrations);
  const taken: string[] = [];
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    await takeStep(client, migration);
    taken.push(migration.name);
  }
  return taken;
}

/** The steps of a database. Refuses a step that is unknown to these migrations, or that differs from its file. */
async function readSteps(client: pg.Client, migrations: readonly Migration[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from public.schema_steps",
  );
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const name of done.keys())
    if (!migrations.some((migration) => migration.name === name))
      throw new DatabaseProblem(
        "newer-schema",
        `The database was made by a newer Kwartier (step ${name}): start that version, or restore a backup of this one.`,
      );
  for (const migration of migrations)
    if (done.has(migration.name) && done.get(migration.name) !== migration.checksum)
      throw new DatabaseProblem(
        "migration-changed",
        `The migration ${migration.name} is not the one this database was made with: restore the file, changes go into a new migration.`,
      );
  return new Set(done.keys());
}

/** Takes one step, and tries again when a running server locked the same tables in another order (a deadlock). */
async function takeStep(client: pg.Client, migration: Migration, triesLeft = 5): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.text);
    await client.query("insert into public.schema_steps (name, checksum) values ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    if (databaseCode(error) !== deadlock || triesLeft === 0) throw error;
    await takeStep(client, migration, triesLeft - 1);
  }
}

/**
 * Gives the desk role access to the queue's tables, which are row-secured for their owner alone; the workers run as the
 * desk role. A policy is made only where it is missing: making one locks the table, and another server may be working
 * on it.
 */
async function openQueueToDesk(client: pg.Client): Promise<void> {
  await client.query(`do $$
    declare queue_table text;
    begin
      grant usage on schema graphile_worker to kwartier_desk;
      grant select, insert, update, delete on all tables in schema graphile_worker to kwartier_desk;
      grant usage, select, update on all sequences in schema graphile_worker to kwartier_desk;
      grant execute on all functions in schema graphile_worker to kwartier_desk;
      for queue_table in
        select tablename from pg_tables t where schemaname = 'graphile_worker' and rowsecurity and not exists (
          select from pg_policies p
            where p.schemaname = t.schemaname and p.tablename = t.tablename and p.policyname = 'kwartier_desk')
      loop
        execute format('create policy kwartier_desk on graphile_worker.%I to kwartier_desk using (true) with check (true)', queue_table);
      end loop;
    end $$`);
}
