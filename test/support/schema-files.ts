import { spawnSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { describeSchema } from "../../server/db/describe-schema.ts";
import { describeTables } from "../../server/db/describe-tables.ts";
import { migrate } from "../../server/db/migrate.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { packageRoot } from "../../server/root.ts";
import { createTestDatabase } from "../database.ts";

export interface SchemaFile {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** The files that are written from the catalogue, after migrating a database of this cluster. */
export async function schemaFiles(clusterUrl: string): Promise<readonly SchemaFile[]> {
  const database = await createTestDatabase({ ownerUrl: clusterUrl });
  await ensureRoles(database.ownerUrl);
  await migrate(database.ownerUrl);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const types = Object.entries(await describeTables(client)).map(([name, text]) =>
      formatted(`server/db/${name}`, text),
    );
    return [{ path: "migrations/schema.sql", text: await describeSchema(client) }, ...types];
  } finally {
    await client.end();
    await database.drop();
  }
}

/** Formatted, as the checks ask of every file. */
function formatted(path: string, text: string): SchemaFile {
  const oxfmt = join(packageRoot, "node_modules/oxfmt/bin/oxfmt");
  const { status, stdout, stderr } = spawnSync(process.execPath, [oxfmt, `--stdin-filepath=${path}`], {
    cwd: packageRoot,
    input: text,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`oxfmt refused ${path}: ${stderr}`);
  return { path, text: stdout };
}
