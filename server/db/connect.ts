import { type ConnectionProvider, Kysely, Transaction as KyselyTransaction } from "kysely";
import pg from "pg";
import { ColumnDialect } from "./column-names.ts";
import { needsNoConnection } from "./one-connection.ts";
import type { Tables } from "./tables.ts";
import { columnTypes, TemporalClient } from "./values.ts";

export type Database = Kysely<Tables>;
/** An open transaction: the only way the rooms above reach the database. */
export type Transaction = KyselyTransaction<Tables>;

export interface PoolOptions {
  url: string;
  max: number;
  name: string;
  onError: (error: Error) => void;
  statementTimeoutMs?: number;
  /**
   * Who reads columns: we, with the types of our tables, unless a library sends its own queries and knows the driver's
   * alone.
   */
  parsers?: "ours" | "driver";
}

/** A pool that never throws at idle: a lost server is reported and the next query connects anew (R34). */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new OneEachPool({
    // Our own statements are sent without waiting for the answers to those before them.
    ...(options.parsers === "driver" ? {} : { Client: TemporalClient, types: columnTypes, pipeline: true }),
    connectionString: options.url,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: [
      "-c timezone=UTC",
      `-c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
      "-c lock_timeout=8000",
      "-c idle_in_transaction_session_timeout=30000",
    ].join(" "),
  });
  // A pool that is being ended is told of connections that end with it: no news.
  const report = (error: Error): void => (pool.ending ? undefined : options.onError(error));
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}

type Connected = Parameters<pg.Pool["connect"]>[0];

/** Who holds a connection already asks for no second one: everybody could end up waiting for each other (R42). */
class OneEachPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    needsNoConnection("a second connection");
    return callback === undefined ? super.connect() : super.connect(callback);
  }
}

/** Kysely over a pool. */
export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new ColumnDialect({ pool }) });
}

/** What the queries of a transaction need beside its executor: nothing that connects. */
const dialect = new ColumnDialect({ pool: () => Promise.reject(new Error("a transaction has its connection")) });
const driver = dialect.createDriver();

/**
 * Runs work in a transaction whose statements do not wait for each other: what is asked at once is sent at once, in
 * that order, and so are the transaction's begin and the first question. Kysely's own waits for each answer. Once it
 * ends, be it because one of several questions failed, nothing else of it reaches the connection.
 */
export async function transact<Value>(database: Database, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const executor = database.getExecutor();
  return executor.provideConnection(async (connection) => {
    let isOver = false;
    const provideConnection: ConnectionProvider["provideConnection"] = async (consumer) => {
      if (isOver) throw new Error("the transaction is over");
      return consumer(connection);
    };
    const tx = new KyselyTransaction<Tables>({
      config: { dialect },
      dialect,
      driver,
      executor: executor.withConnectionProvider({ provideConnection }),
    });
    const end = async (how: "commit" | "rollback") => {
      isOver = true;
      await driver[`${how}Transaction`](connection);
    };
    try {
      const begun = driver.beginTransaction(connection, {});
      const [answer] = await Promise.all([work(tx), begun]);
      await end("commit");
      return answer;
    } catch (error) {
      if (!isOver) await end("rollback");
      throw error;
    }
  });
}
