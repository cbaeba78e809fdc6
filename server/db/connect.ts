import {
  type ConnectionProvider,
  type DatabaseConnection,
  Kysely,
  type QueryExecutor,
  Transaction as KyselyTransaction,
} from "kysely";
import pg from "pg";
import { type Asker, refuseAbandoned, type Watch, watchAsker } from "./abandoned.ts";
import { ColumnDialect } from "./column-names.ts";
import { needsNoConnection } from "./one-connection.ts";
import type { Tables } from "./tables.ts";
import { columnTypes, TemporalClient } from "./values.ts";

export type Database = Kysely<Tables>;
/** An open transaction, the only access of the upper rooms to the database. */
export type Transaction = KyselyTransaction<Tables>;

export interface PoolOptions {
  url: string;
  max: number;
  name: string;
  onError: (error: Error) => void;
  statementTimeoutMs?: number;
  /**
   * The parsers for columns: ours, with the types of our tables, or the driver's, for a library with its own queries.
   */
  parsers?: "ours" | "driver";
}

/** A pool that never throws when idle. It reports a lost server, and the next query connects anew (R34). */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new OneEachPool({
    // Our statements do not wait for the answers to earlier ones.
    ...(options.parsers === "driver" ? {} : { Client: TemporalClient, types: columnTypes, pipeline: true }),
    connectionString: options.url,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: [
      "-c timezone=UTC",
      // Planned once for all values: planning some statements anew costs more than they do.
      "-c plan_cache_mode=force_generic_plan",
      `-c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
      "-c lock_timeout=8000",
      "-c idle_in_transaction_session_timeout=30000",
    ].join(" "),
  });
  // A pool that is being ended also loses its connections; nobody needs to hear of it.
  const report = (error: Error): void => (pool.ending ? undefined : options.onError(error));
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}

type Connected = Parameters<pg.Pool["connect"]>[0];

/** Refuses a second connection to a holder of one. Otherwise holders could all wait for each other (R42). */
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

/** The parts of a dialect for a transaction's queries, without any connecting. */
const dialect = new ColumnDialect({ pool: () => Promise.reject(new Error("a transaction has its connection")) });
const driver = dialect.createDriver();

/**
 * Runs readings on one connection without a transaction, sent together when they are asked together. It saves BEGIN and
 * COMMIT, with the wait for them; each statement sees its own moment. After the end no statement reaches the
 * connection, which somebody else's transaction may have by then.
 */
export async function readTogether<Value>(
  database: Database,
  read: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const executor = database.getExecutor();
  return executor.provideConnection(async (connection) => {
    const { tx, close } = onConnection(executor, connection);
    try {
      return await read(tx);
    } finally {
      close();
    }
  });
}

/**
 * Runs work in a transaction whose statements do not wait for each other: statements asked together are sent together,
 * in order, and BEGIN goes out with the first one. Kysely's own transaction waits for each answer. After the end, even
 * by one failed statement of several, no further statement reaches the connection.
 */
export async function transact<Value>(
  database: Database,
  work: (tx: Transaction) => Promise<Value>,
  { isReadOnly = false, onAnswer, asker }: TransactionOptions<Value> = {},
): Promise<Value> {
  const executor = database.getExecutor();
  return executor.provideConnection(async (connection) => {
    // Somebody may have left while waiting for the connection.
    refuseAbandoned(asker?.left);
    let hasEnded = false;
    let watch: Watch | undefined;
    const { tx, close } = onConnection(executor, connection);
    const end = async (how: "commit" | "rollback") => {
      hasEnded = true;
      close();
      await driver[`${how}Transaction`](connection);
    };
    try {
      const begun = driver.beginTransaction(connection, isReadOnly ? { accessMode: "read only" } : {});
      watch = asker && watchAsker(asker, connection, close);
      const [answer] = await Promise.all([work(tx), begun]);
      await watch?.stop();
      onAnswer?.(answer);
      await end("commit");
      return answer;
    } catch (error) {
      if (!hasEnded) await end("rollback");
      throw error;
    } finally {
      await watch?.stop();
    }
  });
}

interface TransactionOptions<Value> {
  /** PostgreSQL then refuses every write. */
  readonly isReadOnly?: boolean;
  /** Hears the answer before the transaction ends. */
  readonly onAnswer?: (answer: Value) => void;
  /** Who waits for the answer. If they leave, the transaction ends with an error. */
  readonly asker?: Asker | undefined;
}

/**
 * The same for work that only reads. Its answer does not wait for the end of the transaction, because there is nothing
 * to lose in it; the connection does.
 */
export async function transactReading<Value>(
  database: Database,
  work: (tx: Transaction) => Promise<Value>,
  asker?: Asker,
): Promise<Value> {
  const reading = async (tx: Transaction): Promise<Value> => {
    readings.set(tx, database);
    return work(tx);
  };
  return new Promise((resolve, reject) => {
    transact(database, reading, { isReadOnly: true, onAnswer: resolve, asker }).catch(reject);
  });
}

const readings = new WeakMap<Transaction, Database>();

/** The database of a transaction that only reads; undefined for any other. */
export function readDatabase(tx: Transaction): Database | undefined {
  return readings.get(tx);
}

interface OnConnection {
  readonly tx: Transaction;
  /** From now on each statement fails instead of reaching the connection. */
  readonly close: () => void;
}

function onConnection(executor: QueryExecutor, connection: DatabaseConnection): OnConnection {
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
  return { tx, close: () => void (isOver = true) };
}
