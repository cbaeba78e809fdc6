// npm run schema: writes migrations/schema.sql and the types of the tables from the migrations, on a throw-away
// PostgreSQL of our own. A test fails when they differ from what this would write.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../server/root.ts";
import { startTestCluster } from "../test/database.ts";
import { schemaFiles } from "../test/support/schema-files.ts";

const cluster = await startTestCluster();
try {
  for (const { path, text } of await schemaFiles(cluster.ownerUrl)) {
    await writeFile(join(packageRoot, path), text);
    console.log(`wrote ${path}`);
  }
} finally {
  await cluster.stop();
}
