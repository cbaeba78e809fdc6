import { existsSync } from "node:fs";
import { join } from "node:path";
import { makeDataDirectory } from "./data-directory.ts";
import { dataOf } from "../db/embedded/place.ts";
import { runningOwnerUrl } from "../db/embedded/find-running.ts";
import { recordPath } from "../db/embedded/record.ts";
import { checkSchema, checkServer, migrate } from "../db/migrate.ts";
import { DatabaseProblem } from "../db/problem.ts";
import { type DatabaseUrls, ensureRoles, refusePowerfulRole } from "../db/roles.ts";
import { startEmbedded } from "../db/embedded/start-embedded.ts";
import type { EmbeddedServer } from "../db/embedded/supervise-server.ts";
import type { Config } from "./config.ts";
import type { Logger } from "../logger.ts";

export interface OpenedDatabase {
  readonly urls: DatabaseUrls;
  readonly embedded: EmbeddedServer | null;
}

/** The database by URL or our own, with its roles and its newest schema. */
export async function openServer(config: Config, log: Logger): Promise<OpenedDatabase> {
  const embedded = config.databaseUrl === null ? await openEmbedded(config, log) : null;
  const ownerUrl = embedded?.ownerUrl ?? config.databaseUrl ?? "";
  try {
    await checkServer(ownerUrl);
    const urls = await ensureRoles(ownerUrl);
    await migrate(ownerUrl);
    await refusePowerfulRole(urls.portal);
    await refusePowerfulRole(urls.desk);
    return { urls, embedded };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

export interface ReachedDatabase {
  readonly ownerUrl: string;
  /** Leaves it as it was: running or not. */
  readonly leave: () => Promise<void>;
}

/** The database as it is, for a command that only reads, also beside a running server. Nothing is made or migrated. */
export async function reachServer(config: Config, log: Logger): Promise<ReachedDatabase> {
  const reached = config.databaseUrl === null ? await reachEmbedded(config, log) : besides(config.databaseUrl);
  try {
    await checkServer(reached.ownerUrl);
    await checkSchema(reached.ownerUrl);
    return reached;
  } catch (error) {
    await reached.leave();
    throw error;
  }
}

async function reachEmbedded(config: Config, log: Logger): Promise<ReachedDatabase> {
  const { dataDirectory } = config;
  const running = runningOwnerUrl(dataDirectory);
  if (running !== undefined) return besides(running);
  if (!existsSync(recordPath(dataDirectory)) && !existsSync(join(dataOf(dataDirectory), "PG_VERSION")))
    throw new DatabaseProblem(
      "no-database",
      `There is no database in ${dataDirectory}: set DATA_DIRECTORY to where Kwartier keeps its own, or DATABASE_URL.`,
    );
  const embedded = await openEmbedded(config, log);
  return { ownerUrl: embedded.ownerUrl, leave: async () => embedded.stop() };
}

async function openEmbedded({ dataDirectory }: Config, log: Logger): Promise<EmbeddedServer> {
  await makeDataDirectory(dataDirectory);
  return startEmbedded({ dataDirectory, log: (message, details) => log.info(details ?? {}, message) });
}

function besides(ownerUrl: string): ReachedDatabase {
  return { ownerUrl, leave: async () => undefined };
}
