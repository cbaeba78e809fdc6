import pg from "pg";
import { codeNameOf } from "./column-names.ts";

/** The columns of an answer: our code's names for them, and what reads their texts. */
interface Columns {
  readonly names: readonly string[];
  readonly parsers: readonly Parse[];
}
type Parse = (text: string) => unknown;
/** Those of a statement without an answer. */
const noColumns: Columns = { names: [], parsers: [] };

type Row = Record<string, unknown>;

export type Answer = (error: Error | null, result?: pg.QueryResult<Row>) => void;

export interface Asked {
  /** A statement with a name is prepared once per connection. The server forgets one without a name. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Description {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/** The driver's class as it is. Its published types leave out what it does with the server's messages. */
interface DriverQuery {
  prepare(connection: pg.Connection): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
  handleReadyForQuery(connection: pg.Connection): void;
  handleError(error: unknown, connection: pg.Connection): void;
}
const Query = pg.Query as unknown as new (config: object) => DriverQuery;

/** What a client knows of the statements on its connection. */
export class KnownStatements {
  readonly columns = new Map<string, Columns>();
  /** The connection for a statement whose columns are known: it does not ask for them. */
  readonly quiet: pg.Connection;
  readonly types: pg.CustomTypesConfig;

  constructor(connection: pg.Connection, types: pg.CustomTypesConfig) {
    this.types = types;
    this.quiet = Object.create(connection, { describe: { value: () => undefined } }) as pg.Connection;
  }
}

/**
 * One statement. It makes rows with our code's names at once. It asks for the columns of a prepared statement only the
 * first time: the server refuses to run one whose columns have changed since.
 */
export class PreparedQuery extends Query {
  readonly #name: string | undefined;
  readonly #known: KnownStatements;
  readonly #rows: Row[];
  #columns: Columns | undefined;
  /** What went wrong with a row. The statement then fails when the server is done with it. */
  #failure: unknown;

  constructor(asked: Asked, known: KnownStatements, answer: Answer) {
    const rows: Row[] = [];
    super({
      ...asked,
      callback: (error: Error | null, result?: pg.QueryResult<Row>) =>
        answer(error, result === undefined ? undefined : Object.assign(result, { rows })),
    });
    this.#name = asked.name;
    this.#known = known;
    this.#rows = rows;
  }

  override prepare(connection: pg.Connection): void {
    this.#columns = this.#name === undefined ? undefined : this.#known.columns.get(this.#name);
    super.prepare(this.#columns === undefined ? connection : this.#known.quiet);
  }

  handleRowDescription({ fields }: Description): void {
    this.#columns = {
      names: fields.map(({ name }) => codeNameOf(name)),
      parsers: fields.map(({ dataTypeID }) => this.#known.types.getTypeParser(dataTypeID, "text") as Parse),
    };
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#failure !== undefined) return;
    try {
      this.#rows.push(rowOf(fields, this.#columns ?? noColumns));
    } catch (error) {
      this.#failure = error;
    }
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#name !== undefined) this.#known.columns.set(this.#name, this.#columns ?? noColumns);
    super.handleCommandComplete(message, connection);
  }

  override handleReadyForQuery(connection: pg.Connection): void {
    if (this.#failure === undefined) super.handleReadyForQuery(connection);
    else this.handleError(this.#failure, connection);
  }
}

function rowOf(fields: readonly (string | null)[], { names, parsers }: Columns): Row {
  const row: Row = {};
  for (let index = 0; index < names.length; index += 1) {
    const text = fields[index] ?? null;
    row[names[index] ?? ""] = text === null ? null : parsers[index]?.(text);
  }
  return row;
}
