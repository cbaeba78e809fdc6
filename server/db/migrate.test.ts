import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { query } from "../../test/embedded.ts";
import { packageRoot } from "../root.ts";
import { describeSchema } from "./describe-schema.ts";
import { checkServer, migrate } from "./migrate.ts";
import { openClient } from "./open-client.ts";
import { ensureRoles } from "./roles.ts";

describe("migrating", () => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    await ensureRoles(database.ownerUrl);
    folder = mkdtempSync(join(tmpdir(), "kwartier-migrations-"));
    cpSync(join(packageRoot, "migrations"), folder, { recursive: true });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it("takes every step of a fresh database, and none the second time", async () => {
    expect(await migrate(database.ownerUrl)).toContain("0001_house.sql");
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it("takes only what is new when a step is added", async () => {
    await migrate(database.ownerUrl, folder);
    writeFileSync(join(folder, "0900_more.sql"), "create table more (id integer primary key);");
    expect(await migrate(database.ownerUrl, folder)).toEqual(["0900_more.sql"]);
  });

  it("refuses a step that is not the one the database was made with", async () => {
    await migrate(database.ownerUrl, folder);
    const first = join(folder, "0001_house.sql");
    writeFileSync(first, `${readFileSync(first, "utf8")}-- changed\n`);
    await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({ code: "migration-changed" });
  });

  it("refuses a database that a newer version made", async () => {
    await migrate(database.ownerUrl);
    await query(database.ownerUrl, "insert into schema_steps (name, checksum) values ('9999_future.sql', 'x')");
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({ code: "newer-schema" });
  });

  it("leaves nothing of a step that fails halfway, and goes on from there once it is mended", async () => {
    const path = join(folder, "0900_more.sql");
    writeFileSync(path, "create table half (id integer); select 1 / 0;");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("division by zero");
    expect(await query(database.ownerUrl, "select to_regclass('public.half')")).toEqual([[null]]);
    writeFileSync(path, "create table half (id integer);");
    expect(await migrate(database.ownerUrl, folder)).toEqual(["0900_more.sql"]);
  });

  it("takes each step once when processes start together", async () => {
    const taken = await Promise.all(Array.from({ length: 4 }, async () => migrate(database.ownerUrl)));
    expect(taken.filter((steps) => steps.length > 0)).toHaveLength(1);
  });

  it("waits for no other server that is at work when there is nothing to change", async () => {
    await migrate(database.ownerUrl);
    const atWork = await openClient(database.ownerUrl);
    try {
      const { rows } = await atWork.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
      );
      expect(rows.length).toBeGreaterThan(40);
      const tables = rows.map(({ name }) => name).join(", ");
      await atWork.query(`begin; lock table ${tables} in row exclusive mode`);
      expect(await migrate(database.ownerUrl)).toEqual([]);
    } finally {
      await atWork.end();
    }
  });

  it("takes a step again that met another server's work the wrong way round", async () => {
    writeFileSync(
      join(folder, "0900_twice.sql"),
      "create table first_one (id integer); create table second_one (id integer);",
    );
    await migrate(database.ownerUrl, folder);
    writeFileSync(
      join(folder, "0901_both.sql"),
      "alter table first_one add more text; select pg_sleep(2); alter table second_one add more text;",
    );
    const atWork = await openClient(database.ownerUrl);
    try {
      await atWork.query("begin; lock table second_one in share mode");
      const taken = migrate(database.ownerUrl, folder);
      await untilSleeping(database.ownerUrl, 2);
      // PostgreSQL looks for a deadlock after a second of waiting. There is none yet at that time, so it later ends the
      // step.
      await atWork.query("lock table first_one in share mode; commit");
      expect(await taken).toEqual(["0901_both.sql"]);
    } finally {
      await atWork.end();
    }
  });

  it("leaves nothing half done and no lock when its process is killed in the middle of a step (R36)", async () => {
    writeFileSync(join(folder, "0900_slow.sql"), "create table half (id integer); select pg_sleep(60);");
    const child = spawn(process.execPath, [join(packageRoot, "test/migrate-child.ts"), database.ownerUrl, folder], {
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await untilSleeping(database.ownerUrl, 60);
    child.kill("SIGKILL");
    await ended;
    // The server notices the lost client only when the statement ends.
    await query(
      database.ownerUrl,
      "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid() and datname = current_database()",
    );
    expect(await query(database.ownerUrl, "select to_regclass('public.half')")).toEqual([[null]]);
    writeFileSync(join(folder, "0900_slow.sql"), "create table whole (id integer);");
    expect(await migrate(database.ownerUrl, folder)).toEqual(["0900_slow.sql"]);
  });

  it("comes to the same schema in one go and step by step", async () => {
    const other = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    await ensureRoles(other.ownerUrl);
    const later = join(folder, "0900_more.sql");
    await migrate(database.ownerUrl, folder);
    writeFileSync(later, "create table more (id integer primary key);");
    await migrate(database.ownerUrl, folder);
    await migrate(other.ownerUrl, folder);
    expect(await schemaOf(database)).toBe(await schemaOf(other));
    await other.drop();
  });
});

describe("the database server", () => {
  it("is refused in one sentence when it cannot be reached", async () => {
    await expect(checkServer("postgres://owner:secret@127.0.0.1:1/nothing")).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("127.0.0.1:1") as string,
    });
    await expect(checkServer("postgres://owner:secret@127.0.0.1:1/nothing")).rejects.not.toThrow("secret");
  });

  it("is refused when it is older than what is needed", async () => {
    await expect(checkServer(inject("ownerUrl"), 999_999)).rejects.toMatchObject({
      code: "too-old",
      message: expect.stringContaining("needs version 99") as string,
    });
    await expect(checkServer(inject("ownerUrl"))).resolves.toBeUndefined();
  });
});

async function schemaOf(database: TestDatabase): Promise<string> {
  const client = await openClient(database.ownerUrl);
  try {
    return await describeSchema(client);
  } finally {
    await client.end();
  }
}

async function untilSleeping(url: string, seconds: number): Promise<void> {
  const sleeping = `select from pg_stat_activity where query like '%pg_sleep(${seconds})%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()`;
  while ((await query(url, sleeping)).length === 0) continue;
}
