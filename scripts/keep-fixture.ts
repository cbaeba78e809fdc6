// npm run fixture: keeps the demo in DATA_DIRECTORY as an example of a database with today's schema, for the tests of
// every later version. Run it at a release, on a demo that filled itself. The same demo gives the same bytes.
import { join } from "node:path";
import { readConfig } from "../server/start/config.ts";
import { createLogger } from "../server/start/log.ts";
import { reachServer } from "../server/start/open-database.ts";
import { keepSchemaFixture } from "../test/support/schema-fixture.ts";

const config = readConfig(process.env, { demo: false });
const { ownerUrl, leave } = await reachServer(config, createLogger("error"));
try {
  console.log(`wrote ${await keepSchemaFixture(ownerUrl, join(config.dataDirectory, "files"))}`);
} finally {
  await leave();
}
