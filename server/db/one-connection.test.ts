import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase, openPool } from "./connect.ts";
import { type HeldTooLong, needsNoConnection } from "./one-connection.ts";
import { type Databases, inTransaction } from "./transaction.ts";

const system = { kind: "system" } as const;

describe("whoever holds a connection (R42)", () => {
  let pools: pg.Pool[];
  let databases: Databases;
  beforeAll(() => {
    pools = ["portal", "desk"].map((name) =>
      openPool({ url: inject("ownerUrl"), name, max: 3, onError: () => undefined }),
    );
    const [portal, desk] = pools.map(openDatabase);
    if (portal === undefined || desk === undefined) throw new Error("two pools");
    databases = { portal, desk };
  });
  afterAll(async () => Promise.all(pools.map(async (pool) => pool.end())));

  const inside = async (run: () => Promise<unknown>, known: Databases = databases) =>
    inTransaction(known, system, async () => run());

  it("is refused a second transaction, a query beside it, and whatever takes long", async () => {
    const asked: readonly (() => Promise<unknown>)[] = [
      async () => inTransaction(databases, system, async () => undefined),
      async () => sql`select 1`.execute(databases.portal),
      async () => pools[1]?.query("select 1"),
      async () => needsNoConnection("a slow hash"),
      // At any depth, and also for work that is not awaited at once.
      async () =>
        Promise.all([Promise.resolve(), Promise.resolve().then(async () => sql`select 1`.execute(databases.desk))]),
    ];
    for (const run of asked) await expect(inside(run)).rejects.toThrow("a connection is held");
  });

  it("may do all of that before, after and beside the transaction", async () => {
    needsNoConnection("a slow hash");
    let started: Promise<unknown> = Promise.resolve();
    const ended = Promise.withResolvers<void>();
    await inside(async () => {
      started = ended.promise.then(async () => sql`select 1`.execute(databases.desk));
    });
    ended.resolve();
    await started;
    const beside = await Promise.all(Array.from({ length: 9 }, async (_, index) => inside(async () => index)));
    expect(beside).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(() => needsNoConnection("a slow hash")).not.toThrow();
  });

  it("is written down and goes on where people are served", async () => {
    const told: HeldTooLong[] = [];
    const lenient = { ...databases, whenHeld: (error: HeldTooLong) => void told.push(error) };
    await inside(async () => sql`select 1`.execute(databases.desk), lenient);
    expect(told.map(({ message }) => message)).toEqual([
      "a connection is held: a second connection belongs before or after the transaction",
    ]);
  });
});
