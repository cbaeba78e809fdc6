import { describe, expect, it, vi } from "vitest";
import { makeDirectory, postmasterOf, query, startKwartier } from "../../../test/embedded.ts";
import { isAlive } from "./processes.ts";
import { startEmbedded } from "./start-embedded.ts";

const log = (): void => undefined;

describe("after a crash", () => {
  it("a database that outlived a kill -9 of Kwartier is taken over with its open work", async () => {
    using directory = makeDirectory();
    const killed = await startKwartier(directory.path);
    await query(killed.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
    const pid = postmasterOf(directory.path);
    await killed.kill();
    const next = await startEmbedded({ dataDirectory: directory.path, log });
    const rows = await query(next.ownerUrl, "SELECT n FROM kept");
    const pidAfter = postmasterOf(directory.path);
    await next.stop();
    expect([next.adopted, next.isNew, next.ownerUrl]).toEqual([true, false, killed.ownerUrl]);
    expect(pidAfter).toBe(pid);
    expect(rows).toEqual([[1]]);
    expect(isAlive(pid)).toBe(false);
  });

  it("a database that was killed itself recovers what was committed, though one of its children works on", async () => {
    using directory = makeDirectory();
    const killed = await startKwartier(directory.path);
    await query(killed.ownerUrl, "CREATE TABLE kept (n int)");
    await query(killed.ownerUrl, "INSERT INTO kept VALUES (7)");
    // A child deep in a calculation does not notice that its postmaster is gone, and keeps the shared memory.
    const endless = "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";
    const outcome = query(killed.ownerUrl, endless).catch((error: unknown) => String(error));
    const isBusy = "SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT count(*) FROM gen%' AND state = 'active'";
    await vi.waitUntil(async () => (await query(killed.ownerUrl, isBusy)).length === 1);
    process.kill(postmasterOf(directory.path), "SIGKILL");
    await killed.kill();
    const next = await startEmbedded({ dataDirectory: directory.path, log });
    const rows = await query(next.ownerUrl, "SELECT n FROM kept");
    await next.stop();
    expect(next.adopted).toBe(false);
    expect(rows).toEqual([[7]]);
    expect(await outcome).toMatch(/terminated unexpectedly/);
  });

  it("a database that dies under a running Kwartier is told of and starts again under the same address", async () => {
    using directory = makeDirectory();
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    await query(server.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
    const died = new Promise<void>((resolve) => {
      server.onExit(resolve);
    });
    process.kill(postmasterOf(directory.path), "SIGKILL");
    await died;
    await server.restart();
    const rows = await query(server.ownerUrl, "SELECT n FROM kept");
    await server.stop();
    expect(rows).toEqual([[1]]);
  });
});

describe("two at once", () => {
  it("a second Kwartier on the same data directory is refused in one sentence", async () => {
    using directory = makeDirectory();
    const first = await startKwartier(directory.path);
    const second = await startKwartier(directory.path);
    const rows = await query(first.ownerUrl, "SELECT 1");
    await first.stop();
    expect(second.answer.code).toBe("already-running");
    expect(second.answer.message).toMatch(
      /^Kwartier is already running on .* \(process \d+\); stop it first, or give this one another/,
    );
    expect(rows).toEqual([[1]]);
  });

  it("the same process cannot start it twice either, but again after a stop", async () => {
    using directory = makeDirectory();
    const first = await startEmbedded({ dataDirectory: directory.path, log });
    await expect(startEmbedded({ dataDirectory: directory.path, log })).rejects.toMatchObject({
      code: "already-running",
    });
    await first.stop();
    const again = await startEmbedded({ dataDirectory: directory.path, log });
    await again.stop();
    expect(again.isNew).toBe(false);
  });
});
