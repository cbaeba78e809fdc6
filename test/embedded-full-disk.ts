import { rmSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedError } from "../server/db/embedded/embedded-error.ts";
import { startEmbedded } from "../server/db/embedded/start-embedded.ts";
import { query } from "./embedded.ts";
import { fillBut } from "./support/small-disk.ts";

// Runs on a small disk of its own and reports each start in one line of JSON.
const [disk = ""] = process.argv.slice(2);
const ballast = join(disk, "ballast");
const megabyte = 1024 * 1024;

async function start(): Promise<object> {
  try {
    const server = await startEmbedded({ dataDirectory: disk, log: () => undefined });
    await query(server.ownerUrl, "CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS n");
    const rows = await query(server.ownerUrl, "SELECT n FROM kept");
    await server.stop();
    return { isNew: server.isNew, rows };
  } catch (error) {
    if (error instanceof EmbeddedError) return { code: error.code };
    throw error;
  }
}

fillBut(disk, ballast, 20 * megabyte);
const outcomes = [await start()];
rmSync(ballast);
outcomes.push(await start());
fillBut(disk, ballast, 0);
outcomes.push(await start());
rmSync(ballast);
outcomes.push(await start());
process.stdout.write(JSON.stringify(outcomes));
