import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { Abandoned } from "../db/abandoned.ts";
import { createWorkerQueue } from "./worker-queue.ts";

/** A worker that counts its jobs, and ends, fails or hangs on request. */
const source = `
  import { existsSync, writeFileSync } from "node:fs";
  let jobs = 0;
  process.on("message", ({ act, once }) => {
    jobs += 1;
    const again = once === undefined || !existsSync(once);
    if (once !== undefined) writeFileSync(once, "");
    if (act === "exit" && again) process.exit(3);
    if (act === "throw" && again) throw new Error("thrown");
    if (act === "crash" && again) process.kill(process.pid, "SIGSEGV");
    if (act === "hang") for (;;);
    if (act === "refuse") return process.send({ ok: false, message: "no" });
    const secrets = Object.keys(process.env).filter((name) => name === "DATABASE_URL");
    process.send({ ok: true, value: { jobs, pid: process.pid, secrets } });
    if (act === "exit-after") process.exit(0);
  });
`;
const entry = join(mkdtempSync(join(tmpdir(), "kwartier worker ")), "worker.mjs");
writeFileSync(entry, source);

interface Job {
  readonly act: string | (() => void);
  readonly once?: string;
}

interface Done {
  readonly jobs: number;
  readonly pid: number;
  readonly secrets: readonly string[];
}

function queue({ timeoutMilliseconds = 5000, maxWaiting = 100, idleMilliseconds = 5000 } = {}) {
  return createWorkerQueue<Job, Done>({ entry, timeoutMilliseconds, maxWaiting, idleMilliseconds });
}

/** Whether a process is gone, or soon. */
async function isGone(pid: number): Promise<boolean> {
  for (let left = 200; left > 0; left -= 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await pause(20);
  }
  return false;
}

describe("a worker queue", () => {
  it("does one job after the other in one process", async () => {
    const workers = queue();
    const answers = await Promise.all(["a", "b", "c"].map((act) => workers.run({ act })));
    expect(answers.map(({ jobs }) => jobs)).toEqual([1, 2, 3]);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
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

  it.each(["exit", "throw", "crash"])("does a job again when its worker dies once (%s)", async (act) => {
    const once = join(mkdtempSync(join(tmpdir(), "kwartier-worker-")), "died");
    const workers = queue();
    await expect(workers.run({ act, once })).resolves.toMatchObject({ jobs: 1 });
    await workers.close();
  });

  it("gives a job up whose worker always dies, and does the next", async () => {
    const workers = queue();
    await expect(workers.run({ act: "exit" })).rejects.toThrow("ended with 3");
    await expect(workers.run({ act: "work" })).resolves.toMatchObject({ jobs: 1 });
    await workers.close();
  });

  it("does the next job when the worker ended while idle", async () => {
    const workers = queue();
    const first = await workers.run({ act: "exit-after" });
    const second = await workers.run({ act: "work" });
    expect(second.pid).not.toBe(first.pid);
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

  it("gives a job up that cannot be sent, and does the next", async () => {
    const workers = queue();
    await expect(workers.run({ act: () => undefined })).rejects.toThrow("takes nothing");
    await expect(workers.run({ act: "work" })).resolves.toMatchObject({ jobs: 1 });
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

  it("ends its process after a while without a job, and starts another", async () => {
    const workers = queue({ idleMilliseconds: 50 });
    const first = await workers.run({ act: "work" });
    expect(await isGone(first.pid)).toBe(true);
    await expect(workers.run({ act: "work" })).resolves.toMatchObject({ jobs: 1 });
    await workers.close();
  });

  it("leaves no process behind once it is closed", async () => {
    const workers = queue();
    const { pid } = await workers.run({ act: "work" });
    await workers.close();
    expect(await isGone(pid)).toBe(true);
  });

  it("gives its process none of the server's settings", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://somebody:secret@nowhere.example/kwartier");
    const workers = queue();
    const { secrets } = await workers.run({ act: "work" });
    vi.unstubAllEnvs();
    expect(secrets).toEqual([]);
    await workers.close();
  });
});
