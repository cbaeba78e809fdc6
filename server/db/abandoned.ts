import { CompiledQuery, type DatabaseConnection } from "kysely";
import type { Database } from "./connect.ts";

/** Whoever asked has left, so that nobody waits for the answer. */
export class Abandoned extends Error {
  constructor(options?: ErrorOptions) {
    super("nobody waits for the answer any more", options);
  }
}

/** Somebody who waits for a reading, and may leave. */
export interface Asker {
  readonly left: AbortSignal;
  /** A database of the same role whose connections are not the readings' own. It cancels what they run. */
  readonly cancelBy: Database | undefined;
}

/** Throws `Abandoned` if whoever asked has left. */
export function refuseAbandoned(left: AbortSignal | undefined): void {
  if (left?.aborted === true) throw new Abandoned();
}

/** Most statements are over sooner. Cancelling them would cost more than it saves. */
const patienceMs = 25;

export interface Watch {
  /**
   * Stops watching. Resolves when the server has dealt with a cancel that was under way. Until then the connection must
   * go to nobody else, whose statement would be cancelled instead.
   */
  stop(): Promise<void>;
}

/**
 * Watches whether whoever asked for a reading leaves. The reading then sends no further statement, and what its
 * connection still runs a moment later is cancelled.
 */
export function watchAsker({ left, cancelBy }: Asker, connection: DatabaseConnection, close: () => void): Watch {
  const backend = backendOf(connection);
  // Most readings never ask for it. A connection that is lost fails their own statements.
  backend.catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancelled: Promise<unknown> = Promise.resolve();
  const cancel = async () => {
    const id = await backend;
    await cancelBy?.executeQuery(CompiledQuery.raw("select pg_cancel_backend($1)", [id]));
  };
  const leave = (): void => {
    close();
    // Without a connection to cancel by, as in a lost database, the statements end by themselves.
    timer = setTimeout(() => void (cancelled = cancel().catch(() => undefined)), patienceMs);
  };
  left.addEventListener("abort", leave, { once: true });
  return {
    stop: async () => {
      left.removeEventListener("abort", leave);
      clearTimeout(timer);
      await cancelled;
    },
  };
}

const backends = new WeakMap<DatabaseConnection, Promise<number>>();

/** The server's process behind a connection, asked once in its life. */
async function backendOf(connection: DatabaseConnection): Promise<number> {
  const known = backends.get(connection);
  if (known !== undefined) return known;
  const asked = connection
    .executeQuery<{ id: number }>(CompiledQuery.raw("select pg_backend_pid() as id"))
    .then(({ rows: [row] }) => row?.id ?? 0);
  asked.catch(() => backends.delete(connection));
  backends.set(connection, asked);
  return asked;
}
