import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { query } from "../../test/embedded.ts";
import { openRelay } from "../../test/support/relay.ts";
import { Abandoned } from "./abandoned.ts";
import { type Database, openDatabase, openPool, type Transaction } from "./connect.ts";
import { onceInReading } from "./once-in-reading.ts";
import { type Databases, inReadingTransaction, inTransaction, readAsSystem } from "./transaction.ts";

describe("a transaction", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let databases: Databases;
  beforeAll(async () => {
    database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    await query(
      database.ownerUrl,
      "create table counters (id integer primary key, hits integer not null); insert into counters values (1, 0), (2, 0)",
    );
    pool = openPool({ url: database.ownerUrl, name: "test", max: 6, onError: () => undefined });
    databases = { portal: openDatabase(pool), desk: openDatabase(pool) };
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const hit = async (tx: Transaction, id: number) =>
    sql`update counters set hits = hits + 1 where id = ${id}`.execute(tx);
  const hits = async () => query(database.ownerUrl, "select hits from counters order by id");

  it("is tried again after a deadlock, and then both are done once (R34)", async () => {
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let attempts = 0;
    const crossing = async (first: number, second: number, mine: number) =>
      inTransaction(databases, { kind: "system" }, async (tx) => {
        attempts += 1;
        await hit(tx, first);
        both[mine]?.resolve();
        await both[1 - mine]?.promise;
        await hit(tx, second);
      });
    await Promise.all([crossing(1, 2, 0), crossing(2, 1, 1)]);
    // The loser begins anew, and on a busy machine may lose once more to the other's last statement.
    expect(attempts).toBeGreaterThanOrEqual(3);
    expect(await hits()).toEqual([[2], [2]]);
  });

  it("gives up after a few attempts, and leaves nothing of them", async () => {
    let attempts = 0;
    const stubborn = inTransaction(databases, { kind: "system" }, async (tx) => {
      attempts += 1;
      await hit(tx, 1);
      await sql`do $$ begin raise exception 'again' using errcode = 'serialization_failure'; end $$`.execute(tx);
    });
    await expect(stubborn).rejects.toMatchObject({ code: "40001" });
    expect(attempts).toBe(3);
    expect(await hits()).toEqual([[2], [2]]);
  });

  it("sends at once what is asked at once, also its begin, and waits for one answer after the other where one needs the other", async () => {
    let waits = 0;
    const watched = openPool({ url: database.ownerUrl, name: "watched", max: 1, onError: () => undefined });
    watched.on("connect", (client) => client.on("drain", () => (waits += 1)));
    const one = openDatabase(watched);
    const counted = async (work: (tx: Transaction) => Promise<unknown>) => {
      waits = 0;
      await inTransaction({ portal: one, desk: one }, { kind: "system" }, work);
      return waits;
    };
    const ask = async (tx: Transaction, id: number) =>
      tx.selectNoFrom(sql<number>`${id}::int`.as("number")).executeTakeFirstOrThrow();
    try {
      const nothing = await counted(async () => undefined);
      expect(await counted(async (tx) => [await ask(tx, 1), await ask(tx, 2), await ask(tx, 3)])).toBe(nothing + 2);
      let answers: unknown;
      const atOnce = async (tx: Transaction) => (answers = await Promise.all([ask(tx, 1), ask(tx, 2), ask(tx, 3)]));
      expect(await counted(atOnce)).toBe(nothing);
      expect(answers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    } finally {
      await watched.end();
    }
  });

  it("is undone whole when one of the statements sent at once fails, and its connection goes on", async () => {
    const before = await hits();
    const failing = inTransaction(databases, { kind: "system" }, async (tx) =>
      Promise.all([hit(tx, 1), sql`select 1 / 0`.execute(tx), hit(tx, 2)]),
    );
    await expect(failing).rejects.toMatchObject({ code: "22012" });
    expect(await hits()).toEqual(before);
    await inTransaction(databases, { kind: "system" }, async (tx) => hit(tx, 1));
  });

  it("tells of each statement that was sent with a failed one why that failed", async () => {
    const asked: Promise<unknown>[] = [];
    const failing = inTransaction(databases, { kind: "system" }, async (tx) => {
      asked.push(sql`select 1 / 0`.execute(tx), hit(tx, 1), hit(tx, 2));
      await Promise.all(asked);
    });
    await expect(failing).rejects.toThrow("division by zero");
    const failed = { status: "rejected", reason: { code: "22012", message: "division by zero" } };
    expect(await Promise.allSettled(asked)).toMatchObject([failed, failed, failed]);
  });

  it("that only reads asks once for what several parts of it need, any other asks each time", async () => {
    const readHits = onceInReading(async (tx, id: number) => {
      const { rows } = await sql<{ hits: number }>`select hits from counters where id = ${id}`.execute(tx);
      return rows[0]?.hits;
    });
    const changedBetween = async (tx: Transaction) => {
      const first = await readHits(tx, 1);
      await query(database.ownerUrl, "update counters set hits = hits + 1 where id = 1");
      return [Number(await readHits(tx, 1)) - Number(first), Number(await readHits(tx, 2)) - Number(first)];
    };
    const [, two] = (await hits()).map(([value]) => Number(value));
    const one = async () => Number((await hits())[0]?.[0]);
    const before = await one();
    expect(await inReadingTransaction(databases, { kind: "system" }, changedBetween)).toEqual([
      0,
      Number(two) - before,
    ]);
    expect(await inTransaction(databases, { kind: "system" }, changedBetween)).toEqual([1, Number(two) - before - 1]);
  });

  it("reaches its connection no more when it is over, and so does a reading without one", async () => {
    const kept: Transaction[] = [];
    const keep = async (tx: Transaction) => void kept.push(tx);
    const failing = async (tx: Transaction) => keep(tx).then(async () => sql`select 1 / 0`.execute(tx));
    for (const run of [keep, failing]) {
      await inTransaction(databases, { kind: "system" }, run).catch(() => undefined);
      await readAsSystem(databases, run).catch(() => undefined);
    }
    expect(kept).toHaveLength(4);
    for (const tx of kept) await expect(hit(tx, 1)).rejects.toThrow("the transaction is over");
  });

  it("that only reads is refused every write, and answers before it ends", async () => {
    const one = openDatabase(openPool({ url: database.ownerUrl, name: "one", max: 1, onError: () => undefined }));
    const only = { portal: one, desk: one };
    const before = await hits();
    try {
      const writing = inReadingTransaction(only, { kind: "system" }, async (tx) => hit(tx, 1));
      await expect(writing).rejects.toMatchObject({ code: "25006" });
      const told = await inReadingTransaction(only, { kind: "system" }, async (tx) => {
        await sql`select 1 from counters`.execute(tx);
        // A lock that ends with the transaction shows that it has not ended yet.
        await sql`select pg_advisory_xact_lock(17)`.execute(tx);
        return "read";
      });
      expect(told).toBe("read");
      // Its only connection comes back once the transaction has ended.
      await inTransaction(only, { kind: "system" }, async (tx) => hit(tx, 2));
      const held = "select count(*) from pg_locks where locktype = 'advisory'";
      const here = "database = (select oid from pg_database where datname = current_database())";
      expect(await query(database.ownerUrl, `${held} and ${here}`)).toEqual([["0"]]);
      expect(await hits()).toEqual([before[0], [Number(before[1]?.[0]) + 1]]);
    } finally {
      await one.destroy();
    }
  });

  it("that only reads is cancelled when whoever asked leaves, and its connection gives the next reader the right answer", async () => {
    const [one, spare] = ["one", "spare"].map((name) =>
      openDatabase(openPool({ url: database.ownerUrl, name, max: 1, onError: () => undefined })),
    ) as [Database, Database];
    const only = { portal: one, desk: one, cancelBy: { portal: spare, desk: spare } };
    const read = async (work: (tx: Transaction) => Promise<unknown>, left?: AbortSignal) =>
      inReadingTransaction(only, { kind: "system" }, work, left);
    const ask = async (tx: Transaction, seconds: number) =>
      sql<{ id: number }>`select pg_backend_pid() as id, pg_sleep(${seconds}::float)`.execute(tx);
    const backend = async () => read(async (tx) => (await ask(tx, 0)).rows[0]?.id);
    const first = await backend();
    try {
      // Some leave before the statement is sent, some while it runs, some just as it ends or is cancelled.
      for (const pauseMs of [0, 1, 5, 24, 25, 26, 30])
        for (const seconds of [60, (pauseMs + 25) / 2000]) {
          const leaving = new AbortController();
          const reading = read(async (tx) => Promise.all([ask(tx, seconds), ask(tx, seconds)]), leaving.signal);
          const waiting = read(async (tx) => ask(tx, 60), leaving.signal);
          setTimeout(() => leaving.abort(), pauseMs);
          const next = backend();
          const why = await reading.then(
            () => "answered",
            (error: unknown) => error,
          );
          if (seconds === 60 || why !== "answered") expect(why).toBeInstanceOf(Abandoned);
          await expect(waiting).rejects.toBeInstanceOf(Abandoned);
          expect(await next).toBe(first);
        }
      const left = AbortSignal.abort();
      await expect(read(async () => expect.fail("nobody reads"), left)).rejects.toBeInstanceOf(Abandoned);
    } finally {
      await Promise.all([one.destroy(), spare.destroy()]);
    }
  });

  it("that only reads fails alone when its new connection is lost", async () => {
    // The runner fails if anything is rejected besides the reading.
    const relay = await openRelay(database.ownerUrl, "pg_backend_pid");
    const lost = openDatabase(openPool({ url: relay.url, name: "lost", max: 1, onError: () => undefined }));
    const { signal } = new AbortController();
    const reading = inReadingTransaction(
      { portal: lost, desk: lost },
      { kind: "system" },
      async (tx) => hit(tx, 1),
      signal,
    );
    const [failed] = await Promise.all([Promise.allSettled([reading]), relay.held.then(relay.cut)]);
    expect(failed).toMatchObject([{ reason: { message: expect.stringContaining("onnection") as string } }]);
    await lost.destroy();
    await relay.close();
  });

  it("tells the database who acts, and forgets it when it ends", async () => {
    const who = async (tx: Transaction) =>
      (
        await sql<{
          who: string;
        }>`select concat_ws(' ', current_setting('app.actor'), current_setting('app.organisation')) as who`.execute(tx)
      ).rows[0]?.who;
    const organisationId = "0198c0de-0000-7000-8000-000000000001" as never;
    expect(
      await inTransaction(
        databases,
        { kind: "contact", personId: organisationId, organisationId, seat: 1, isSignatory: false },
        who,
      ),
    ).toBe(`contact ${String(organisationId)}`);
    const { rows } = await pool.query<{ left: string }>("select current_setting('app.organisation', true) as left");
    expect(rows[0]?.left ?? "").toBe("");
  });

  it("survives its connections: a pool whose server sent them away connects anew (R34)", async () => {
    await query(
      database.ownerUrl,
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    const answer = async () =>
      inTransaction(databases, { kind: "system" }, async (tx) => sql<{ one: number }>`select 1 as one`.execute(tx));
    // Each connection that was just cut off may be handed out once more.
    const { rows } = await answer()
      .catch(async () => answer())
      .catch(async () => answer());
    expect(rows).toEqual([{ one: 1 }]);
  });
});
