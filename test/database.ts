import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { endPostmaster, livingPostmaster } from "../server/db/embedded/find-running.ts";
import { clusterName, isAlive } from "../server/db/embedded/processes.ts";
import { startEmbedded } from "../server/db/embedded/start-embedded.ts";

/** One throw-away PostgreSQL for a whole test run: real, but not safe against a power cut. */
export type TestCluster = { readonly ownerUrl: string; stop(): Promise<void> };

/** A fresh database owned by kwartier_owner, the role that migrations run as. */
export type TestDatabase = { readonly ownerUrl: string; drop(): Promise<void> };

const prefix = "kwartier-test-";

const carelessSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** Starts a new cluster in a temporary directory. stop() removes it. */
export async function startTestCluster(): Promise<TestCluster> {
  await sweepKilledRuns();
  const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Under root the database runs as another user, who must be able to reach its data.
  chmodSync(directory, 0o755);
  const server = await startEmbedded({ dataDirectory: directory, log: () => undefined, settings: carelessSettings });
  return {
    ownerUrl: server.ownerUrl,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A killed run leaves its cluster running. The next run of the same user stops and removes it. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const path = join(tmpdir(), name);
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (isAlive(pid) || statSync(path).uid !== process.getuid?.()) continue;
    const living = livingPostmaster(join(path, "postgres"));
    if (living !== undefined) await endPostmaster(living.pid, clusterName(join(path, "postgres")));
    rmSync(path, { recursive: true, force: true });
  }
}

/** Makes a database for one test file; with `template` a copy of that database, to which nobody may be connected. */
export async function createTestDatabase(
  cluster: { readonly ownerUrl: string },
  { template = "template1" }: { readonly template?: string } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runAsOwner(
    cluster.ownerUrl,
    `CREATE DATABASE ${name} TEMPLATE ${escapeIdentifier(template)} STRATEGY file_copy`,
  );
  const url = new URL(cluster.ownerUrl);
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    // Patient first: just-closed connections are still ending, and FORCE may not end another role's.
    drop: () =>
      runAsOwner(cluster.ownerUrl, `DROP DATABASE IF EXISTS ${name}`).catch(() =>
        runAsOwner(cluster.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      ),
  };
}

async function runAsOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
