import { realpathSync, rmSync } from "node:fs";
import { Client } from "pg";
import { ownDatabase, ownerRole, superuser } from "./create-cluster.ts";
import { EmbeddedError } from "./embedded-error.ts";
import type { Postmaster } from "./launch-postmaster.ts";
import { dataOf } from "./place.ts";
import { postmasterFilePath, readPostmasterFile } from "./postmaster-file.ts";
import { clusterName, commandLine, isAlive, isProcessOf, processesOf, signal, waitUntil } from "./processes.ts";
import { type ClusterRecord, readRecord } from "./record.ts";

export function ownerUrlOf(record: ClusterRecord, port: number): string {
  return `postgres://${ownerRole}:${record.ownerPassword}@127.0.0.1:${port}/${ownDatabase}`;
}

/** The living postmaster of this very data directory. A copied lock file or a reused process id does not count. */
export function livingPostmaster(data: string): Postmaster | undefined {
  const file = readPostmasterFile(data);
  if (file === undefined || !isProcessOf(file.pid, clusterName(data))) return undefined;
  return { pid: file.pid, port: file.port };
}

/** The owner's URL while the database of this directory runs, for a command beside a running Kwartier. */
export function runningOwnerUrl(dataDirectory: string): string | undefined {
  const record = readRecord(dataDirectory);
  if (record === undefined || record.directory !== realpathSync(dataDirectory) || !record.isCreated) return undefined;
  const running = livingPostmaster(dataOf(record.home));
  return running === undefined ? undefined : ownerUrlOf(record, running.port);
}

/** Takes over a postmaster that survived a kill -9 of ours, if it is well. Otherwise clears its remains away. */
export async function adoptPostmaster(record: ClusterRecord): Promise<Postmaster | undefined> {
  const data = dataOf(record.home);
  const found = livingPostmaster(data);
  if (found !== undefined) {
    await waitUntil(() => !isAlive(found.pid) || readPostmasterFile(data)?.status === "ready", 30_000);
    const postmaster = livingPostmaster(data);
    if (postmaster !== undefined && (await answers(record, postmaster.port))) return postmaster;
    await endPostmaster(found.pid, clusterName(data));
  }
  await clearRemains(data);
  return undefined;
}

async function answers(record: ClusterRecord, port: number): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password: record.superuserPassword,
    database: "postgres",
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined); // told by the query that fails
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Shuts a postmaster down fast. If it does not end, asks harder, and finally kills it; recovery follows. */
export async function endPostmaster(pid: number, name: string): Promise<void> {
  for (const [how, milliseconds] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000],
  ] as const) {
    if (!isProcessOf(pid, name)) return;
    signal(pid, how);
    if (await waitUntil(() => !isProcessOf(pid, name), milliseconds)) return;
  }
  throw new EmbeddedError(
    "start-failed",
    `The embedded database (process ${pid}) does not end; end it by hand and start again.`,
  );
}

/** Removes the remains of a dead postmaster, so that the next can start: its children and its lock file. */
export async function clearRemains(data: string): Promise<void> {
  const name = clusterName(data);
  const isGone = (): boolean => processesOf(name).length === 0;
  // Children of a killed postmaster hold its shared memory until they notice. A working child does not notice; SIGKILL
  // costs it nothing.
  if (!(await waitUntil(isGone, 2000))) {
    for (const pid of processesOf(name)) signal(pid, "SIGKILL");
    await waitUntil(isGone, 10_000);
  }
  const file = readPostmasterFile(data);
  if (file === undefined) return;
  const line = commandLine(file.pid);
  if (line !== undefined && /postgres/.test(line) && `${line} `.includes(` ${data} `))
    throw foreignPostmaster(data, file.pid);
  // Its process id may belong to any process by now, and PostgreSQL itself would then refuse to start.
  rmSync(postmasterFilePath(data));
}

function foreignPostmaster(data: string, pid: number): EmbeddedError {
  return new EmbeddedError(
    "already-running",
    `Another program runs PostgreSQL on ${data} (process ${pid}); stop it and start again.`,
  );
}
