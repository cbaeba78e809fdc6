import { readConfig } from "../server/start/config.ts";
import { createLogger } from "../server/start/log.ts";
import { openServer } from "../server/start/open-database.ts";
import { orOneLine } from "./start.ts";

export const migrateHelp = `usage: kwartier migrate

Brings the database up to date and stops; kwartier start does the same before it serves. Uses DATABASE_URL, or the
database of its own in DATA_DIRECTORY.
`;

/** `kwartier migrate`: brings the database's schema up to date and makes its roles. */
export async function migrateCommand(): Promise<number> {
  return orOneLine(async () => {
    const config = readConfig(process.env, { demo: false });
    const { embedded } = await openServer(config, createLogger(config.logLevel));
    await embedded?.stop();
    process.stdout.write("The database is up to date.\n");
    return 0;
  });
}
