import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDirectory, query } from "../../../test/embedded.ts";
import { readRecord, recordPath } from "./record.ts";
import { startEmbedded } from "./start-embedded.ts";

const log = (): void => undefined;

// Under root the second lies where PostgreSQL's user cannot go, so its data lies elsewhere. For an ordinary user both
// are alike.
const kinds = [
  ["in an open directory", 0o755],
  ["below a directory of mode 0700", 0o700],
] as const;

describe.each(kinds)("the database of a data directory %s", (_, mode) => {
  it("moves along with it", async () => {
    using directory = makeDirectory();
    const before = await makeOne(directory.path, mode);
    const moved = join(directory.path, "home", "elsewhere");
    renameSync(before, moved);
    const server = await startEmbedded({ dataDirectory: moved, log });
    const rows = await query(server.ownerUrl, "SELECT n FROM kept");
    await server.stop();
    expect([server.isNew, rows]).toEqual([false, [[1]]]);
  });

  it("is not shared with a copy of it: each has its own data, port and password", async () => {
    using directory = makeDirectory();
    const original = await makeOne(directory.path, mode);
    const copy = join(directory.path, "home", "copy");
    const first = await startEmbedded({ dataDirectory: original, log });
    // Copied while it runs, with its lock files. The test is about the identity that the copy assumes.
    cpSync(original, copy, { recursive: true });
    const second = await startEmbedded({ dataDirectory: copy, log });
    await query(second.ownerUrl, "CREATE TABLE only_in_the_copy ()");
    const seen = await query(first.ownerUrl, "SELECT to_regclass('only_in_the_copy')");
    const kept = await query(first.ownerUrl, "SELECT n FROM kept");
    await Promise.all([first.stop(), second.stop()]);
    const [one, other] = [new URL(first.ownerUrl), new URL(second.ownerUrl)];
    expect([seen, kept, second.adopted]).toEqual([[[null]], [[1]], false]);
    expect(one.port).not.toBe(other.port);
    expect(one.password).not.toBe(other.password);
    const again = await startEmbedded({ dataDirectory: copy, log });
    await again.stop();
    expect([again.isNew, again.ownerUrl]).toEqual([false, second.ownerUrl]);
  });
});

describe("the record of a data directory", () => {
  const directory = makeDirectory();
  let dataDirectory = "";

  beforeAll(async () => {
    dataDirectory = await makeOne(directory.path, 0o755);
  });

  afterAll(() => {
    directory[Symbol.dispose]();
  });

  it("names another port when somebody else listens on the remembered one", async () => {
    const remembered = readRecord(dataDirectory)?.port ?? 0;
    const stranger = await listen(remembered);
    const server = await startEmbedded({ dataDirectory, log });
    const rows = await query(server.ownerUrl, "SELECT n FROM kept");
    await server.stop();
    stranger.close();
    expect(rows).toEqual([[1]]);
    expect(readRecord(dataDirectory)?.port).not.toBe(remembered);
  });

  it("is written anew when it got lost, with new passwords for the same data", async () => {
    const before = readRecord(dataDirectory)?.ownerPassword;
    rmSync(recordPath(dataDirectory));
    const server = await startEmbedded({ dataDirectory, log });
    const rows = await query(server.ownerUrl, "SELECT n FROM kept");
    await server.stop();
    expect([server.isNew, rows]).toEqual([false, [[1]]]);
    expect(readRecord(dataDirectory)?.ownerPassword).not.toBe(before);
  });

  it("keeps data that got lost from being replaced by an empty database", async () => {
    renameSync(join(dataDirectory, "postgres"), join(dataDirectory, "unmounted"));
    const attempt = startEmbedded({ dataDirectory, log });
    await expect(attempt).rejects.toThrow("is gone; put it back");
    renameSync(join(dataDirectory, "unmounted"), join(dataDirectory, "postgres"));
  });

  it("does not take a process for the database only because it has the remembered process id by now", async () => {
    const lockFile = `${process.pid}\n${join(dataDirectory, "postgres")}\n1\n1\n\n127.0.0.1\n1 1\nready\n`;
    writeFileSync(join(dataDirectory, "postgres", "postmaster.pid"), lockFile);
    const server = await startEmbedded({ dataDirectory, log });
    await server.stop();
    expect([server.adopted, server.isNew]).toEqual([false, false]);
  });
});

/** A data directory with a stopped database of one row. */
async function makeOne(directory: string, mode: number): Promise<string> {
  mkdirSync(join(directory, "home"), { mode });
  const dataDirectory = join(directory, "home", "data");
  const server = await startEmbedded({ dataDirectory, log });
  await query(server.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
  await server.stop();
  return dataDirectory;
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}
