import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { databaseNameOf } from "../../server/db/column-names.ts";
import type { Tables } from "../../server/db/tables.ts";

/** A value of a column, as COPY can write it. Instants and dates are ISO texts, JSON is its text. */
export type Value = string | number | bigint | boolean | null | Buffer | readonly string[];

export type Row<Table extends keyof Tables> = Partial<Readonly<Record<keyof Tables[Table], Value>>>;

interface Waiting {
  readonly columns: readonly string[];
  readonly lines: string[];
}

/** Collects rows of any table, and sends them table by table. All rows of a table name the same columns. */
export interface Rows {
  add<Table extends keyof Tables>(table: Table, row: Row<Table>): void;
  /** Sends the rows so far by COPY. Rows can be added meanwhile. */
  send(client: pg.Client): Promise<void>;
  readonly size: number;
}

export function collectRows(): Rows {
  let tables = new Map<string, Waiting>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(table, row) {
      let waiting = tables.get(table);
      if (waiting === undefined) tables.set(table, (waiting = { columns: Object.keys(row), lines: [] }));
      const fields: string[] = [];
      for (const column in row) {
        if (waiting.columns[fields.length] !== column) throw new Error(`a row of ${table} names other columns`);
        fields.push(textOf(row[column]));
      }
      if (fields.length !== waiting.columns.length) throw new Error(`a row of ${table} names fewer columns`);
      waiting.lines.push(fields.join("\t"));
      size += 1;
    },
    async send(client) {
      const sent = tables;
      tables = new Map();
      size = 0;
      for (const [table, { columns, lines }] of sent) await copy(client, { table, columns, lines });
    },
  };
}

const linesOfPart = 500;

async function copy(client: pg.Client, { table, columns, lines }: Waiting & { readonly table: string }): Promise<void> {
  const names = columns.map((name) => `"${databaseNameOf(name)}"`).join(", ");
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
  const ended = once(stream, "finish");
  for (let start = 0; start < lines.length; start += linesOfPart)
    if (!stream.write(`${lines.slice(start, start + linesOfPart).join("\n")}\n`))
      await Promise.race([once(stream, "drain"), ended]);
  stream.end();
  await ended;
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escape = (text: string): string => text.replaceAll(special, (character) => escapes[character] ?? "");

function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escape(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (typeof value === "object") return escape(`{${value.map((text) => JSON.stringify(text)).join()}}`);
  return String(value);
}
