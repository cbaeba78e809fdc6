import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { openDatabase, openPool } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { ensureRoles } from "../db/roles.ts";
import type { Databases } from "../db/transaction.ts";
import { createLogger } from "../start/log.ts";
import { createRefusedAccesses, type RefusedAccess, type RefusedAccesses } from "./refused-accesses.ts";

let database: TestDatabase;
let owner: pg.Client;
let pools: pg.Pool[];
let databases: Databases;
let now = Temporal.Instant.from("2026-11-20T10:00:05Z");

beforeAll(async () => {
  database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const urls = await ensureRoles(database.ownerUrl);
  await migrate(database.ownerUrl);
  pools = [urls.portal, urls.desk].map((url) => openPool({ url, name: "test", max: 3, onError: () => undefined }));
  const [portal, desk] = pools.map(openDatabase);
  if (portal === undefined || desk === undefined) throw new Error("two pools");
  databases = { portal, desk };
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  await owner.query("delete from refused_accesses");
});

const open = (): RefusedAccesses =>
  createRefusedAccesses({ databases, log: createLogger("silent"), systemNow: () => now });
const refused = (of: Partial<RefusedAccess> = {}): RefusedAccess => ({
  reason: "not-found",
  personId: null,
  organisationId: null,
  address: "GET /portal/tickets/K26-00042",
  network: "203.0.113.7",
  requestId: randomUUID(),
  ...of,
});
const rows = async (): Promise<{ address: string; network: string; hits: number }[]> =>
  (
    await owner.query<{ address: string; network: string; hits: number }>(
      "select address, network, hits from refused_accesses order by id",
    )
  ).rows;

describe("the record of refused accesses (R38)", () => {
  it("counts what is the same in one minute, of several processes together, and starts anew with the next", async () => {
    const [one, other] = [open(), open()];
    for (let time = 0; time < 1000; time += 1) one.note(refused());
    other.note(refused());
    await Promise.all([one.written(), other.written()]);
    now = now.add({ minutes: 1 });
    one.note(refused());
    await Promise.all([one.close(), other.close()]);
    expect((await rows()).map(({ hits }) => hits)).toEqual([1001, 1]);
  });

  it("keeps sixty different ones of unknown people a minute, and counts the others without where and whence", async () => {
    const record = open();
    for (let number = 0; number < 400; number += 1)
      record.note(refused({ address: `GET /portal/tickets/${number}`, network: `198.51.100.${number % 250}` }));
    await record.close();
    const kept = await rows();
    expect(kept).toHaveLength(61);
    expect(kept.filter(({ address, network }) => address === "" && network === "")).toMatchObject([{ hits: 340 }]);
  });

  it("forgets what is older than ninety days, and nothing younger", async () => {
    const record = open();
    const seen = now;
    for (const days of [0, 89, 91]) {
      now = Temporal.Now.instant().subtract({ hours: 24 * days });
      record.note(refused({ address: `GET /${days}` }));
    }
    await record.close();
    now = seen;
    await pools[1]?.query("select forget_refused_accesses()");
    expect((await rows()).map(({ address }) => address).toSorted()).toEqual(["GET /0", "GET /89"]);
  });

  it("is changed by nobody but its own functions, and never by the portal", async () => {
    const record = open();
    record.note(refused());
    await record.close();
    const [portal, desk] = pools;
    for (const statement of [
      "insert into refused_accesses select * from refused_accesses",
      "update refused_accesses set hits = 1",
      "delete from refused_accesses",
      "truncate refused_accesses",
    ])
      await expect(desk?.query(statement)).rejects.toMatchObject({ code: "42501" });
    for (const statement of [
      "select * from refused_accesses",
      "select record_refused_accesses('[]')",
      "select forget_refused_accesses()",
    ])
      await expect(portal?.query(statement)).rejects.toMatchObject({ code: "42501" });
    await expect(owner.query("truncate refused_accesses")).rejects.toMatchObject({ code: "23001" });
  });

  it("writes down later what was cut off while it was written", async () => {
    const record = open();
    await owner.query("begin; lock table refused_accesses");
    record.note(refused());
    const written = record.written();
    const cutOff = async (): Promise<number> => {
      const cut = await pools[1]?.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'test' and usename = current_user and wait_event_type = 'Lock'`);
      return cut?.rowCount ?? 0;
    };
    await expect.poll(cutOff, { timeout: 10_000 }).toBe(1);
    await written;
    await owner.query("rollback");
    await record.close();
    expect((await rows()).map(({ hits }) => hits)).toEqual([1]);
  });
});
