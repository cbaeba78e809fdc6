import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { migrate } from "../../server/db/migrate.ts";
import { openClient } from "../../server/db/open-client.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { packageRoot } from "../../server/root.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { dumpRows, restoreRows } from "./table-rows.ts";

const fixtures = join(packageRoot, "test/fixtures");
const migrations = join(packageRoot, "migrations");
const largest = 1_000_000;

/** The databases of released versions that today's version must read, by their schema's last step, such as 0007. */
export function listSchemaFixtures(): readonly string[] {
  return readdirSync(fixtures).flatMap((name) => /^schema-(\d{4})$/.exec(name)?.[1] ?? []);
}

/** The rows of a fixture, as the text of COPY. */
export function readFixtureRows(schema: string): string {
  return brotliDecompressSync(readFileSync(join(folderOf(schema), "rows.sql.br"))).toString("utf8");
}

/** A new database with the schema and rows of a fixture, as its version left them, and the number of rows. */
export async function makeOldDatabase(clusterUrl: string, schema: string): Promise<TestDatabase & { rows: number }> {
  const database = await createTestDatabase({ ownerUrl: clusterUrl });
  const folder = mkdtempSync(join(tmpdir(), "kwartier-migrations-"));
  try {
    for (const name of readdirSync(migrations))
      if (/^\d{4}_/.test(name) && name.slice(0, 4) <= schema) cpSync(join(migrations, name), join(folder, name));
    await ensureRoles(database.ownerUrl);
    await migrate(database.ownerUrl, folder);
    return { ...database, rows: await restoreRows(database.ownerUrl, readFixtureRows(schema)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the fixture's stored files to a server's place for them. */
export function copyFixtureFiles(schema: string, dataDirectory: string): void {
  cpSync(join(folderOf(schema), "files"), join(dataDirectory, "files"), { recursive: true });
}

/** Keeps a database's rows and stored files as the fixture of its schema. Answers its folder. */
export async function keepSchemaFixture(ownerUrl: string, filesDirectory: string): Promise<string> {
  const { schema, keys } = await readPlace(ownerUrl);
  const folder = folderOf(schema);
  rmSync(folder, { recursive: true, force: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  keep(join(folder, "rows.sql.br"), brotliCompressSync(await dumpRows(ownerUrl), { params }));
  for (const path of readdirSync(filesDirectory, { recursive: true, encoding: "utf8" }))
    if (keys.has(basename(path))) keep(join(folder, "files", path), readFileSync(join(filesDirectory, path)));
  return folder;
}

function keep(path: string, bytes: Uint8Array): void {
  if (bytes.length > largest) throw new Error(`${path} would be ${bytes.length} bytes: keep a smaller demo`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** The last step of a database, and the keys of the stored files in its rows. */
async function readPlace(ownerUrl: string): Promise<{ schema: string; keys: ReadonlySet<string> }> {
  const client = await openClient(ownerUrl);
  try {
    const steps = await client.query<{ schema: string }>("select left(max(name), 4) as schema from schema_steps");
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'storage_key'",
    );
    const all = tables.rows.map(({ name }) => `select storage_key as key from ${name}`).join(" union all ");
    const { rows } = await client.query<{ key: string }>(all);
    return { schema: steps.rows[0]?.schema ?? "", keys: new Set(rows.map(({ key }) => key)) };
  } finally {
    await client.end();
  }
}

function folderOf(schema: string): string {
  return join(fixtures, `schema-${schema}`);
}
