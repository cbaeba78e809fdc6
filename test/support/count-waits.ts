import pg from "pg";
import { vi } from "vitest";

/**
 * The longest chain of a request's statements, in which each is sent when the one before is answered. The statement
 * that ends the transaction does not count: nobody waits for it.
 */
export async function countWaits(ask: () => Promise<void>): Promise<number> {
  const { bind, query, emit } = pg.Connection.prototype;
  const sent = new Map<pg.Connection["stream"], number[]>();
  let answered = 0;
  const places: number[] = [];
  const note = ({ stream }: pg.Connection) => {
    places.push(answered + 1);
    sent.set(stream, [...(sent.get(stream) ?? []), answered + 1]);
  };
  vi.spyOn(pg.Connection.prototype, "bind").mockImplementation(function (this: pg.Connection, ...args) {
    note(this);
    return bind.apply(this, args);
  });
  vi.spyOn(pg.Connection.prototype, "query").mockImplementation(function (this: pg.Connection, text) {
    note(this);
    return query.call(this, text);
  });
  vi.spyOn(pg.Connection.prototype, "emit").mockImplementation(function (
    this: pg.Connection,
    name,
    ...args: unknown[]
  ) {
    if (name === "readyForQuery") answered = Math.max(answered, sent.get(this.stream)?.shift() ?? 0);
    return emit.call(this, name, ...args);
  });
  try {
    await ask();
    return Math.max(0, ...places.slice(0, -1));
  } finally {
    vi.restoreAllMocks();
  }
}
