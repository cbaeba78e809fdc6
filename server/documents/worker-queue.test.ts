import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Abandoned } from "../db/abandoned.ts";
import { createWorkerQueue } from "./worker-queue.ts";

/** A worker that counts its jobs, and ends, fails or hangs on request. */
const source = `
  import { parentPort, threadId } from "node:worker_threads";
  import { existsSync, writeFileSync } from "node:fs";
  let jobs = 0;
  parentPort.on("message", ({ act, once }) => {
    jobs += 1;
    const again = once === undefined || !existsSync(once);
    if (once !== undefined) writeFileSync(once, "");
    if (act === "exit" && again) process.exit(3);
    if (act === "throw" && again) throw new Error("thrown");
    if (act === "hang") for (;;);
    if (act === "refuse") return parentPort.postMessage({ ok: false, message: "no" });
    parentPort.postMessage({ ok: true, value: { jobs, threadId } });
    if (act === "exit-after") process.exit(0);
  });
`;
const entry = new URL(`data:text/javascript,${encodeURIComponent(source)}`);

interface Job {
  readonly act: string;
  readonly once?: string;
}

function queue({ timeoutMilliseconds = 5000, maxWaiting = 100 } = {}) {
  return createWorkerQueue<Job, { jobs: number; threadId: number }>({ entry, timeoutMilliseconds, maxWaiting });
}

describe("a worker queue", () => {
  it("does one job after the other on one thread", async () => {
    const workers = queue();
    const answers = await Promise.all(["a", "b", "c"].map((act) => workers.run({ act })));
    expect(answers.map(({ jobs }) => jobs)).toEqual([1, 2, 3]);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1);
    await workers.close();
  });

  it("leaves out a job whose asker left while it waited for its turn", async () => {
    const workers = queue();
    const leaving = new AbortController();
    const first = workers.run({ act: "a" }, leaving.signal);
    const second = workers.run({ act: "b" }, leaving.signal);
    const third = workers.run({ act: "c" });
    await Promise.resolve().then(() => leaving.abort());
    await expect(second).rejects.toBeInstanceOf(Abandoned);
    await expect(first).resolves.toMatchObject({ jobs: 1 });
    await expect(third).resolves.toMatchObject({ jobs: 2 });
    await workers.close();
  });

  it.each(["exit", "throw"])("does a job again when its worker dies once (%s)", async (act) => {
    const once = join(mkdtempSync(join(tmpdir(), "kwartier-worker-")), "died");
    const workers = queue();
    await expect(workers.run({ act, once })).resolves.toMatchObject({ jobs: 1 });
    await workers.close();
  });

  it("gives a job up whose worker always dies, and does the next", async () => {
    const workers = queue();
    await expect(workers.run({ act: "exit" })).rejects.toThrow("code 3");
    await expect(workers.run({ act: "work" })).resolves.toMatchObject({ jobs: 1 });
    await workers.close();
  });

  it("does the next job when the worker ended while idle", async () => {
    const workers = queue();
    const first = await workers.run({ act: "exit-after" });
    const second = await workers.run({ act: "work" });
    expect(second.threadId).not.toBe(first.threadId);
    await workers.close();
  });

  it("stops a worker that hangs, and does what waited behind it", async () => {
    const workers = queue({ timeoutMilliseconds: 500 });
    const [hung, next] = await Promise.allSettled([workers.run({ act: "hang" }), workers.run({ act: "work" })]);
    expect(hung.status).toBe("rejected");
    expect(next.status).toBe("fulfilled");
    await workers.close();
  });

  it("keeps its worker when a job is refused", async () => {
    const workers = queue();
    await expect(workers.run({ act: "refuse" })).rejects.toThrow("no");
    await expect(workers.run({ act: "work" })).resolves.toMatchObject({ jobs: 2 });
    await workers.close();
  });

  it("takes no more jobs than it can hold, and none once it is closed", async () => {
    const workers = queue({ maxWaiting: 1 });
    const first = workers.run({ act: "work" });
    await expect(workers.run({ act: "work" })).rejects.toThrow("full");
    await workers.close();
    await expect(first).resolves.toMatchObject({ jobs: 1 });
    await expect(workers.run({ act: "work" })).rejects.toThrow("closed");
  });
});
