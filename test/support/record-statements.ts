import pg from "pg";
import { vi } from "vitest";

/** A statement that the product sent as one of its roles, and who was said to act. */
export interface SentStatement {
  readonly role: "desk" | "portal";
  readonly text: string;
  readonly values: readonly unknown[];
  /** The organisation, the person and the kind, as set for the transaction. */
  readonly actor: readonly unknown[];
  /** What was asked for, such as a route. */
  readonly by: string;
}

export interface Recording {
  /** Names what is asked for from now on. */
  name(by: string): void;
  /** Each statement once for each role and each set of values, at most so many of a text. */
  statements(mostOfText: number): readonly SentStatement[];
}

interface Connected {
  readonly role: SentStatement["role"] | null;
  readonly texts: Map<string, string>;
  actor: readonly unknown[];
}

const nobody = ["", "", "system"];

/** Hears every statement on connections that are opened from now on, until all mocks are restored. */
export function recordStatements(): Recording {
  const connections = new WeakMap<pg.Connection["stream"], Connected>();
  const recorded = new Map<string, Map<string, SentStatement>>();
  let by = "";
  const { parse, bind, query } = pg.Connection.prototype;
  const note = ({ stream }: pg.Connection, text: string, values: readonly unknown[]) => {
    const connected = connections.get(stream);
    if (connected === undefined || connected.role === null || text.includes("graphile_worker")) return;
    if (text.includes("set_config('app.organisation'")) connected.actor = values;
    if (/^(?:commit|rollback)$/i.test(text)) connected.actor = nobody;
    const key = `${connected.role} ${text}`;
    const of = recorded.get(key) ?? new Map<string, SentStatement>();
    recorded.set(key, of);
    const { role, actor } = connected;
    of.set(keyOf([values, actor]), { role, text, values, actor, by });
  };
  const prototype = pg.Connection.prototype;
  // The driver's published types leave it out.
  const starting = prototype as unknown as { startup(this: pg.Connection, config: { readonly user: string }): void };
  const { startup } = starting;
  vi.spyOn(starting, "startup").mockImplementation(function (this: pg.Connection, config) {
    const face = /_(desk|portal)$/.exec(config.user)?.[1];
    const role = face === "desk" || face === "portal" ? face : null;
    connections.set(this.stream, { role, texts: new Map(), actor: nobody });
    startup.call(this, config);
  });
  vi.spyOn(prototype, "parse").mockImplementation(function (this: pg.Connection, asked, ...others) {
    connections.get(this.stream)?.texts.set(asked.name, asked.text);
    return parse.call(this, asked, ...others);
  });
  vi.spyOn(prototype, "bind").mockImplementation(function (this: pg.Connection, config, ...others) {
    const { statement = "", values = [] } = config ?? {};
    note(this, connections.get(this.stream)?.texts.get(statement) ?? "", values);
    return bind.call(this, config, ...others);
  });
  vi.spyOn(prototype, "query").mockImplementation(function (this: pg.Connection, text) {
    note(this, text, []);
    return query.call(this, text);
  });
  return {
    name: (next) => {
      by = next;
    },
    statements: (mostOfText) => [...recorded.values()].flatMap((of) => [...of.values()].slice(-mostOfText)),
  };
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}
