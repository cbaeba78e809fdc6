import { checkServer, migrate } from "./db/migrate.ts";
import { type DatabaseUrls, ensureRoles, refusePowerfulRole } from "./db/roles.ts";
import { startEmbedded } from "./db/embedded/start-embedded.ts";
import type { EmbeddedServer } from "./db/embedded/supervise-server.ts";
import type { Config } from "./config.ts";
import type { Logger } from "./log.ts";

export interface OpenedDatabase {
  readonly urls: DatabaseUrls;
  readonly embedded: EmbeddedServer | null;
}

/** The database by URL or our own, its roles and its schema up to date. */
export async function openServer(config: Config, log: Logger): Promise<OpenedDatabase> {
  const embedded =
    config.databaseUrl === null
      ? await startEmbedded({
          dataDirectory: config.dataDirectory,
          log: (message, details) => log.info(details ?? {}, message),
        })
      : null;
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
