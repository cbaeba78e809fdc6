import type pg from "pg";

/** The product's tables, quoted for SQL. */
export async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  return (await client.query<{ name: string }>(tableQuery)).rows.map(({ name }) => name);
}

const tableQuery = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;

const referenceQuery = `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0 order by oid`;

/** Indexes that no constraint owns. */
const indexQuery = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  join pg_class on oid = indexrelid where relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = indexrelid and contype <> 'f') order by indexrelid`;

/**
 * Runs work without the product's triggers, whose work is in the rows, without indexes, which are quicker made at once
 * afterwards, and without references between tables, which are made and so checked again then. All other constraints
 * hold all the time. Needs an open transaction.
 */
export async function withoutChecks(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const tables = await tablesOf(client);
  const references = (await client.query<{ table: string; name: string; definition: string }>(referenceQuery)).rows;
  for (const name of tables) await client.query(`alter table ${name} disable trigger user`);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  const indexes = (await client.query<{ name: string; definition: string }>(indexQuery)).rows;
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  await client.query("set local maintenance_work_mem = '256MB'");
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const name of tables) await client.query(`alter table ${name} enable trigger user`);
}
