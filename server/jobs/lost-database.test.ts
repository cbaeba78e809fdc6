import { setTimeout as pause } from "node:timers/promises";
import type { TaskList } from "graphile-worker";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeDirectory, postmasterOf, query } from "../../test/embedded.ts";
import { openRelay } from "../../test/support/relay.ts";
import { createTestQueue, type TestQueue } from "../../test/support/job-queue.ts";
import { startEmbedded } from "../db/embedded/start-embedded.ts";
import type { EmbeddedServer } from "../db/embedded/supervise-server.ts";
import { createLogger } from "../start/log.ts";
import { type Jobs, startJobs } from "./start-jobs.ts";

const patient = { timeout: 30_000 };

// An unhandled rejection fails the run of this file. These tests look for that.
describe("the queue of jobs, when the database goes away", { timeout: 60_000 }, () => {
  const directory = makeDirectory();
  let database: EmbeddedServer;
  let queue: TestQueue;
  let jobs: Jobs;
  const run = async (tasks: TaskList): Promise<void> => {
    jobs = queue.start(tasks);
    await queue.add("first");
    await expect.poll(queue.waiting, patient).toEqual([]);
  };
  const kill = async (): Promise<void> => {
    const died = new Promise<void>((resolve) => {
      database.onExit(resolve);
    });
    process.kill(postmasterOf(directory.path), "SIGKILL");
    await died;
  };
  beforeAll(async () => {
    database = await startEmbedded({ dataDirectory: directory.path, log: () => undefined });
    queue = await createTestQueue(database.ownerUrl);
  });
  afterEach(async () => jobs.stop());
  afterAll(async () => {
    await database.stop();
    directory[Symbol.dispose]();
  });

  it("runs what is enqueued after it came back", async () => {
    const ran: string[] = [];
    await run({ first: async () => undefined, later: async () => void ran.push("later") });
    await kill();
    await database.restart();
    await queue.add("later");
    await expect.poll(() => ran, patient).toEqual(["later"]);
    await expect.poll(queue.waiting, patient).toEqual([]);
  });

  it.each([
    ["was done", "delivered"],
    ["failed", "refused"],
  ])("runs a job once more that %s while it was away, as the same try", async (_, outcome) => {
    const tries: number[] = [];
    const isAway = Promise.withResolvers<void>();
    const isOver = Promise.withResolvers<void>();
    await run({
      first: async () => undefined,
      cut: async (_payload, { job }) => {
        tries.push(job.attempts);
        if (tries.length > 1) return;
        await isAway.promise;
        isOver.resolve();
        if (outcome === "refused") throw new Error("the database is gone");
      },
    });
    await queue.add("cut");
    await expect.poll(() => tries, patient).toEqual([1]);
    await kill();
    isAway.resolve();
    await isOver.promise;
    await database.restart();
    await expect.poll(() => tries, patient).toEqual([1, 1]);
    await expect.poll(queue.waiting, patient).toEqual([]);
  });

  it("ends quietly when it is stopped and cut off before it could begin to listen", async () => {
    const relay = await openRelay(queue.deskUrl, 'LISTEN "jobs:insert"');
    jobs = startJobs({
      url: relay.url,
      tasks: { first: async () => undefined },
      log: createLogger("fatal"),
      crontab: "",
    });
    await relay.held;
    const stopped = jobs.stop();
    await pause(50);
    relay.cut();
    await expect(stopped).resolves.toBeUndefined();
    await relay.close();
  });

  it("comes back each time its connections are cut in the middle of work", async () => {
    const seen = new Set<string>();
    await run({
      first: async () => undefined,
      many: async (payload) => void seen.add(String((payload as { at: number }).at)),
    });
    const cut =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'kwartier %' and pid <> pg_backend_pid() and datname = current_database()";
    for (let round = 0; round < 4; round += 1) {
      await queue.run(
        `select graphile_worker.add_job('many', json_build_object('at', ${round} * 30 + n)) from generate_series(0, 29) n`,
      );
      await query(queue.deskUrl, cut);
      await expect.poll(() => seen.size, patient).toBeGreaterThan(round * 30);
      await query(queue.deskUrl, cut);
    }
    await expect.poll(() => seen.size, patient).toBe(120);
    await expect.poll(queue.waiting, patient).toEqual([]);
  });
});
