import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeDirectory } from "../../test/embedded.ts";
import { buildOnce, startChild } from "../../test/support/child-server.ts";
import { makeOrganisation } from "../../test/support/make-organisation.ts";
import { fill, smallDiskCommand } from "../../test/support/small-disk.ts";
import {
  withOwnerFirst,
  formOwnerOfSession,
  startTestServer,
  type TestServer,
} from "../../test/support/start-test-server.ts";

const patient = { timeout: 10_000 };

describe("the health of a server", { timeout: 60_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"), { config: { stopPauseSeconds: 1 } });
  });
  afterAll(async () => server.close());
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(new URL(path, server.url));
    return [answer.status, await answer.json()];
  };

  it("is told whoever asks", async () => {
    expect(await ask("/healthz/live")).toEqual([200, { state: "live" }]);
    expect(await ask("/healthz")).toEqual([200, { state: "ready" }]);
    expect(await ask("/readyz")).toEqual([200, { state: "ready" }]);
  });

  it("names a disk on which nothing can be stored, and still takes people in", async () => {
    // Every write to /dev/full gets the kernel's own ENOSPC. The attempt removes this link.
    symlinkSync("/dev/full", join(server.dataDirectory, `storable.${process.pid}`));
    await expect.poll(async () => ask("/healthz"), patient).toEqual([503, { state: "disk-full" }]);
    expect(await ask("/readyz")).toEqual([200, { state: "ready" }]);
    await expect.poll(async () => ask("/healthz"), patient).toEqual([200, { state: "ready" }]);
  });

  it("names a full disk that a failure told of", async () => {
    server.services.health.note(Object.assign(new Error("could not extend file"), { code: "53100" }));
    await expect.poll(async () => ask("/healthz"), patient).toEqual([503, { state: "disk-full" }]);
  });

  it("says that it stops before it closes the port", async () => {
    const stopped = server.stop();
    expect(await ask("/readyz")).toEqual([503, { state: "stopping" }]);
    expect(await ask("/healthz/live")).toEqual([200, { state: "live" }]);
    expect((await fetch(new URL("/sign-in", server.url))).headers.get("connection")).toBe("close");
    await stopped;
    await expect(ask("/readyz")).rejects.toThrow();
  });
});

// Without a mount namespace only the tests above meet a full disk.
for (const command of smallDiskCommand())
  describe("a server on a full disk", { timeout: 90_000 }, () => {
    it("refuses uploads like everything else that has to be stored, says so, and goes on when there is room", async () => {
      using directory = makeDirectory();
      const disk = join(directory.path, "disk");
      mkdirSync(disk);
      buildOnce();
      const house = await startTestServer(inject("ownerUrl"));
      const { first } = await makeOrganisation(house.services);
      const cookie = await house.cookie(first);
      const owner = await formOwnerOfSession(house, cookie);
      await house.stop();
      const settings = { DATABASE_URL: house.ownerUrl, DATA_DIRECTORY: disk };
      await using child = await startChild(settings, { within: [...command, disk], isQuiet: true });
      const { url } = child;
      const upload = async (): Promise<number> => {
        const fields = new FormData();
        for (const [name, value] of Object.entries({ title: "Schijf", description: "Vol?" })) fields.set(name, value);
        fields.set("files", new File(["a".repeat(100_000)], "log.txt", { type: "text/plain" }));
        const body = withOwnerFirst(fields, owner);
        const headers = { cookie, origin: url };
        const at = new URL("/portal/tickets", url);
        return (await fetch(at, { method: "POST", redirect: "manual", headers, body })).status;
      };
      const state = async (path: string): Promise<unknown> => (await fetch(new URL(path, url))).json();
      // The disk is mounted for that process alone, and reached through it.
      const ballast = join("/proc", String(child.process.pid), "root", disk, "ballast");
      expect(await upload()).toBe(303);
      fill(ballast);
      expect(await upload()).toBe(507);
      await expect.poll(async () => state("/healthz"), patient).toEqual({ state: "disk-full" });
      expect(await state("/readyz")).toEqual({ state: "ready" });
      expect((await fetch(new URL("/portal", url), { headers: { cookie } })).status).toBe(200);
      rmSync(ballast);
      expect(await upload()).toBe(303);
      await expect.poll(async () => state("/healthz"), { timeout: 10_000 }).toEqual({ state: "ready" });
      // Only root may take the right to write away. Other users have tested a full disk only.
      const mount = (how: string): boolean =>
        spawnSync("nsenter", ["--target", String(child.process.pid), "--mount", "mount", "-o", how, disk]).status === 0;
      if (mount("remount,ro")) {
        expect(await upload()).toBe(507);
        await expect.poll(async () => state("/healthz"), patient).toEqual({ state: "disk-full" });
        mount("remount,rw");
        expect(await upload()).toBe(303);
      }
      await child[Symbol.asyncDispose]();
      await house.close();
    });
  });
