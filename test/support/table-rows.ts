import { Readable } from "node:stream";
import { text as readText } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openClient } from "../../server/db/open-client.ts";

/**
 * Tables that stay out of a fixture: secrets, rows that live for an hour, and the list of steps, which follows from its
 * migrations.
 */
const notKept: readonly string[] = [
  "idempotency_keys",
  "invitations",
  "kept_forms",
  "known_browsers",
  "rate_limits",
  "schema_steps",
  "sessions",
  "sign_in_codes",
];

/** Names are quoted for SQL. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the primary key, which order the rows. */
  readonly key: readonly string[];
  /** The other tables that its rows refer to. */
  readonly refersTo: readonly string[];
}

/**
 * All rows of a database as the text of COPY, by table and key, and the positions of its sequences. The same rows give
 * the same text.
 */
export async function dumpRows(ownerUrl: string): Promise<string> {
  const client = await openClient(ownerUrl);
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1");
    const parts: string[] = [];
    for (const table of await readTables(client)) {
      const order = table.key.length === 0 ? "" : ` order by ${table.key.join(", ")}`;
      const query = `copy (select ${table.columns.join(", ")} from ${table.name}${order}) to stdout`;
      const rows = await readText(client.query(copyTo(query)));
      parts.push(`COPY ${table.name} (${table.columns.join(", ")}) FROM stdin;\n${rows}\\.\n`);
    }
    for (const { name, value } of await readSequences(client)) parts.push(`SELECT setval('${name}', ${value});\n`);
    return parts.join("");
  } finally {
    await client.end();
  }
}

/**
 * Replaces the rows of a database with the same schema by dumped ones, as its owner, in order of references. The
 * product's triggers are off, because their work is in the rows. Answers the number of rows.
 */
export async function restoreRows(ownerUrl: string, text: string): Promise<number> {
  const client = await openClient(ownerUrl);
  try {
    const tables = inOrderOfReferences(await readTables(client));
    const dumped = parseDump(text);
    const list = tables.map(({ name }) => name).join();
    await client.query("begin");
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
    await client.query(`truncate ${list} cascade`);
    let count = 0;
    for (const { name } of tables) {
      const { copy, rows } = dumped.tables.get(name) ?? missing(name);
      const stream = client.query(copyFrom(copy));
      await pipeline(Readable.from([rows]), stream);
      count += stream.rowCount ?? 0;
    }
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    for (const statement of dumped.sequences) await client.query(statement);
    await client.query("commit");
    return count;
  } finally {
    await client.end();
  }
}

const tableQuery = `
  select quote_ident(c.relname) as name,
    array(select quote_ident(a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) from pg_index i, unnest(i.indkey) with ordinality k (number, place)
      join pg_attribute a on a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key,
    array(select distinct f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1) order by c.relname collate "C"`;

async function readTables(client: pg.Client): Promise<Table[]> {
  return (await client.query<Table>(tableQuery, [notKept])).rows;
}

async function readSequences(client: pg.Client): Promise<{ name: string; value: string }[]> {
  const query = `select quote_ident(sequencename) as name, last_value as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename collate "C"`;
  return (await client.query<{ name: string; value: string }>(query)).rows;
}

function inOrderOfReferences(tables: readonly Table[]): Table[] {
  const done: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ refersTo }) => !refersTo.some((name) => left.some((table) => table.name === name)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(", ")}`);
    done.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return done;
}

interface Dump {
  readonly tables: ReadonlyMap<string, { readonly copy: string; readonly rows: string }>;
  readonly sequences: readonly string[];
}

/** COPY escapes every line break within a value, so a line of `\.` ends a table. */
function parseDump(text: string): Dump {
  const tables = new Map<string, { copy: string; rows: string }>();
  for (const [, copy = "", name = "", rows = ""] of text.matchAll(
    /^(COPY (\w+) \([^)]*\) FROM stdin);\n([^]*?)^\\\.$/gm,
  ))
    tables.set(name, { copy, rows });
  return { tables, sequences: text.match(/^SELECT setval\('\w+', \d+\);$/gm) ?? [] };
}

function missing(name: string): never {
  throw new Error(`the dump has no table ${name}`);
}
