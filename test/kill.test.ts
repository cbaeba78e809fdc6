import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { packageRoot } from "../server/root.ts";
import { query } from "./embedded.ts";
import { makeOrganisation, type TestOrganisation } from "./support/make-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

/** A ticket that somebody tried to create, and what they were told. */
interface Attempt {
  readonly title: string;
  readonly idempotencyKey: string;
  acknowledged: string | null;
}

describe("a server that is killed in the middle of its work (R33)", () => {
  let house: TestServer;
  let organisation: TestOrganisation;
  let cookie: string;
  let folder: string;
  const children: ChildProcess[] = [];
  const attempts: Attempt[] = [];

  beforeAll(async () => {
    spawnSync(process.execPath, [join(packageRoot, "scripts/build.mjs"), "--if-stale"], { cwd: packageRoot });
    folder = mkdtempSync(join(tmpdir(), "kwartier-kill-"));
    house = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(house.services);
    cookie = await house.cookie(organisation.first);
    // From here on only the processes that are killed serve and work.
    await house.stop();
  });
  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<{ child: ChildProcess; url: string }> => {
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: house.ownerUrl,
      DATA_DIRECTORY: folder,
      PORT: "0",
      LOG_LEVEL: "error",
    };
    const child = spawn(process.execPath, [join(packageRoot, "dist/server/kwartier.js"), "start"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) return { child, url: url.replace("localhost", "127.0.0.1") };
    }
    throw new Error("the server ended without an address");
  };
  const send = async (url: string, attempt: Attempt): Promise<void> => {
    const body = new URLSearchParams({
      madeFor: `${organisation.first}.${organisation.id}`,
      title: attempt.title,
      description: "Telt.",
      isAdditionalConfirmed: "yes",
      idempotencyKey: attempt.idempotencyKey,
    });
    const answer = await fetch(new URL("/portal/tickets", url), {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: url },
      body,
    });
    if (answer.status === 303) attempt.acknowledged = answer.headers.get("location")?.split("/").at(-1) ?? null;
  };
  /** Several people who go on creating tickets until nobody answers any more. */
  const work = async (url: string, onAcknowledged: () => void): Promise<void> => {
    const worker = async (): Promise<void> => {
      for (;;) {
        const attempt: Attempt = {
          title: `Ticket ${attempts.length}`,
          idempotencyKey: randomUUID(),
          acknowledged: null,
        };
        attempts.push(attempt);
        try {
          await send(url, attempt);
        } catch {
          return;
        }
        if (attempt.acknowledged !== null) onAcknowledged();
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
  };

  it("loses nothing that it acknowledged, does nothing twice, and runs every job", { timeout: 90_000 }, async () => {
    for (const enough of [7, 23, 16]) {
      const { child, url } = await start();
      let acknowledged = 0;
      const ended = once(child, "exit");
      await work(url, () => {
        acknowledged += 1;
        if (acknowledged === enough) child.kill("SIGKILL");
      });
      await ended;
    }
    const { child, url } = await start();
    const unanswered = attempts.filter((attempt) => attempt.acknowledged === null);
    expect(unanswered.length).toBeGreaterThan(0);
    for (const attempt of unanswered) await send(url, attempt);
    const rows = await query(house.ownerUrl, "select title, reference from tickets");
    expect(rows).toHaveLength(attempts.length);
    expect(new Map(rows as [string, string][])).toEqual(
      new Map(attempts.map(({ title, acknowledged }) => [title, acknowledged])),
    );
    const numbers = await query(
      house.ownerUrl,
      "select count(*)::int, max(number_in_month), count(distinct number_in_month)::int from tickets",
    );
    expect(numbers).toEqual([[attempts.length, attempts.length, attempts.length]]);
    expect(await query(house.ownerUrl, "select count(*)::int from events where kind = 'ticket-created'")).toEqual([
      [attempts.length],
    ]);
    await expect
      .poll(
        async () =>
          query(
            house.ownerUrl,
            "select count(*)::int from graphile_worker.jobs where task_identifier = 'react-to-event'",
          ),
        { timeout: 30_000 },
      )
      .toEqual([[0]]);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });
});
