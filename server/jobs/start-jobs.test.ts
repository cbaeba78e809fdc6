import type { TaskList } from "graphile-worker";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createTestQueue, type TestQueue } from "../../test/support/job-queue.ts";
import type { Services } from "../services.ts";
import { allTasks } from "../tasks.ts";
import type { Jobs } from "./start-jobs.ts";

/** Every job of the product. This test does not run the real ones. */
const { usual, drawing } = allTasks({} as Services);
const names = Object.keys({ ...usual, ...drawing }).toSorted();
const patient = { timeout: 30_000 };

describe("the queue of jobs", { timeout: 60_000 }, () => {
  let queue: TestQueue;
  let jobs: Jobs[] = [];
  const start = (tasks: TaskList, patienceMs?: number): Jobs => {
    const started = queue.start(tasks, patienceMs);
    jobs.push(started);
    return started;
  };
  beforeAll(async () => {
    queue = await createTestQueue(inject("ownerUrl"));
  });
  afterAll(async () => queue.drop());
  beforeEach(async () => void (await queue.run("delete from graphile_worker._private_jobs")));
  afterEach(async () => {
    await Promise.all(jobs.map(async (one) => one.stop()));
    jobs = [];
  });

  it("tries a job of each kind again when it throws, and goes on with the others (R33)", async () => {
    const done: string[] = [];
    const failed = new Set<string>();
    const failOnce = async (name: string): Promise<void> => {
      if (!failed.has(name)) {
        failed.add(name);
        throw new Error(`${name} does not work yet`);
      }
      done.push(name);
    };
    start(Object.fromEntries(names.map((name) => [name, async () => failOnce(name)])));
    for (const name of names) await queue.add(name);
    await expect.poll(queue.waiting, patient).toEqual(
      names.map((name) => ({
        task: name,
        tries: 1,
        isLocked: false,
        isGivenUp: false,
        reason: `${name} does not work yet`,
        waitsSeconds: 2,
      })),
    );
    await queue.hurry();
    await expect.poll(queue.waiting, patient).toEqual([]);
    expect(done.toSorted()).toEqual(names);
  });

  it("keeps nobody waiting behind a month of documents: these have a queue of their own", async () => {
    expect(Object.keys(drawing)).toEqual(["make-invoice-document", "tell-of-invoice"]);
    const done: string[] = [];
    const finish = Promise.withResolvers<void>();
    start(Object.fromEntries(Object.keys(drawing).map((name) => [name, async () => finish.promise])));
    start(Object.fromEntries(Object.keys(usual).map((name) => [name, async () => void done.push(name)])));
    for (let invoices = 0; invoices < 20; invoices += 1) await queue.add("make-invoice-document");
    for (const name of Object.keys(usual)) await queue.add(name);
    await expect.poll(() => done.toSorted(), patient).toEqual(Object.keys(usual).toSorted());
    finish.resolve();
    await expect.poll(queue.waiting, patient).toEqual([]);
  });

  it("survives whatever a job throws", async () => {
    const thrown: unknown[] = [new Error(""), "words", undefined, null, { code: "23505" }, 10n];
    start({
      odd: async (payload) => {
        throw thrown[(payload as { at: number }).at];
      },
    });
    for (const at of thrown.keys()) await queue.add("odd", { at });
    await expect
      .poll(async () => (await queue.waiting()).map(({ tries }) => tries), patient)
      .toEqual(thrown.map(() => 1));
  });

  it("gives a job up after three days of trying and keeps it, and does not try it again by itself", async () => {
    let tries = 0;
    start({
      hopeless: async () => {
        tries += 1;
        throw new Error("no");
      },
    });
    await queue.add("hopeless");
    await expect.poll(queue.waiting, patient).toMatchObject([{ tries: 1, isGivenUp: false }]);
    await queue.run("update graphile_worker._private_jobs set attempts = 500, max_attempts = 501");
    await queue.hurry();
    await expect.poll(queue.waiting, patient).toMatchObject([{ tries: 501, isGivenUp: false, waitsSeconds: 300 }]);
    await queue.run("update graphile_worker._private_jobs set attempts = 5000, max_attempts = 5001");
    await queue.hurry();
    await expect.poll(queue.waiting, patient).toMatchObject([{ tries: 5001, isGivenUp: true, isLocked: false }]);
    await queue.hurry();
    await queue.add("hopeless");
    await expect.poll(queue.waiting, patient).toMatchObject([{ tries: 5001 }, { tries: 1 }]);
    expect(tries).toBe(4);
  });

  it("frees within seconds what a killed process was working on, which loses no try, and leaves a living one's alone", async () => {
    const waiting = Promise.withResolvers<void>();
    const ran: number[] = [];
    const tasks: TaskList = {
      slow: async () => waiting.promise,
      quick: async (_, { job }) => void ran.push(job.attempts),
    };
    start(tasks);
    await queue.add("slow");
    await expect.poll(queue.waiting, patient).toMatchObject([{ isLocked: true }]);
    await queue.run(`insert into graphile_worker._private_jobs (task_id, payload, attempts, locked_at, locked_by)
      select id, '{}', 3, now(), 'pool-of-a-killed-process' from graphile_worker._private_tasks where identifier = 'quick'`);
    await expect.poll(() => ran, { timeout: 30_000 }).toEqual([3]);
    expect(await queue.waiting()).toMatchObject([{ task: "slow", tries: 1, isLocked: true }]);
    waiting.resolve();
  });

  it("lets a job that ends each process that takes it wait longer each time", async () => {
    start({ deadly: async () => undefined });
    await queue.add("idle");
    const cutOff = async (): Promise<unknown> => {
      await queue.run(
        "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-a-killed-process'",
      );
      await expect.poll(queue.waiting, patient).toMatchObject([{ isLocked: false }]);
      return (await queue.waiting())[0]?.waitsSeconds;
    };
    const waits = [];
    for (let time = 0; time < 4; time += 1) waits.push(await cutOff());
    expect(waits).toEqual([0, 0, 4, 8]);
  });

  it("lets a job under way end when it is stopped, and takes no other", async () => {
    const waiting = Promise.withResolvers<void>();
    const running = start({ slow: async () => waiting.promise, quick: async () => undefined });
    await queue.add("slow");
    await expect.poll(queue.waiting, patient).toMatchObject([{ isLocked: true }]);
    const stopped = running.stop();
    await queue.add("quick");
    waiting.resolve();
    await stopped;
    expect(await queue.waiting()).toMatchObject([{ task: "quick", tries: 0, isLocked: false }]);
  });

  it("gives back untouched what a look under way still takes when it is stopped", async () => {
    const ran: string[] = [];
    const running = start({ first: async () => void ran.push("first"), late: async () => void ran.push("late") });
    await queue.add("first");
    await expect.poll(queue.waiting, patient).toEqual([]);
    const client = new pg.Client({ connectionString: queue.ownerUrl });
    await client.connect();
    await client.query("begin; lock graphile_worker._private_jobs");
    await queue.run(`select pg_notify('jobs:insert', '{"count":1}')`);
    const looks = `select count(*)::int from pg_locks join pg_stat_activity using (pid)
      where not granted and relation = 'graphile_worker._private_jobs'::regclass and application_name = 'kwartier queue' and datname = current_database()`;
    await expect.poll(async () => queue.run(looks), patient).not.toEqual([[0]]);
    const stopped = running.stop();
    await client.query("select graphile_worker.add_job('late'); commit");
    await stopped;
    await client.end();
    expect(ran).toEqual(["first"]);
    expect(await queue.waiting()).toEqual([
      { task: "late", tries: 0, isLocked: false, isGivenUp: false, reason: null, waitsSeconds: 0 },
    ]);
  });

  it("gives back a job that does not end in time, which loses no try", async () => {
    const running = start({ endless: async () => new Promise(() => undefined) }, 200);
    await queue.add("endless");
    await expect.poll(queue.waiting, patient).toMatchObject([{ isLocked: true, tries: 1 }]);
    await running.stop();
    expect(await queue.waiting()).toMatchObject([{ task: "endless", tries: 0, isLocked: false }]);
  });
});
