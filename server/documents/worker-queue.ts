import { type ChildProcess, fork } from "node:child_process";
import { tmpdir } from "node:os";
import { refuseAbandoned } from "../db/abandoned.ts";

/** A worker's answer to a job of its queue, in order. */
type WorkerAnswer<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly message: string };

interface WorkerQueue<Input, Output> {
  /** Throws `Abandoned` if whoever asked has left before the job's turn came. */
  run(input: Input, left?: AbortSignal): Promise<Output>;
  close(): Promise<void>;
}

interface Options {
  /** The module that the process runs. It answers each message with a `WorkerAnswer`. */
  readonly entry: string;
  readonly timeoutMilliseconds: number;
  readonly maxWaiting: number;
  /** The process ends after so long without a job, and gives its memory back. */
  readonly idleMilliseconds: number;
}

/**
 * One process of its own with one job at a time, so that heavy work never holds up a page (R25), and what a native
 * library breaks is not the server. The first job starts it. It is replaced when it dies or takes too long. While
 * idle it keeps no process alive. A job whose worker died is tried once more; a job that took too long is not.
 */
export function createWorkerQueue<Input, Output>(options: Options): WorkerQueue<Input, Output> {
  let worker: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  /** An idle worker that ends is forgotten at once, so that no job goes to a dead process. */
  function start(): ChildProcess {
    const started = fork(options.entry, {
      // It needs none of our settings and passwords.
      env: { TMPDIR: tmpdir() },
      execArgv: ["--max-old-space-size=256", "--disable-warning=ExperimentalWarning"],
      serialization: "advanced",
    });
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    return started.on("error", forget).on("exit", forget);
  }

  /** It takes no job any more and ends by itself. */
  function dismiss(): void {
    const dismissed = worker;
    worker = undefined;
    if (dismissed?.connected === true) dismissed.disconnect();
  }

  async function attempt(input: Input): Promise<Output> {
    clearTimeout(idle);
    const current = (worker ??= start());
    try {
      return await ask<Input, Output>(current, input, options.timeoutMilliseconds);
    } catch (error) {
      if (error instanceof WorkerLost) {
        worker = undefined;
        current.kill("SIGKILL");
      }
      throw error;
    } finally {
      idle = setTimeout(dismiss, options.idleMilliseconds).unref();
    }
  }

  async function withSecondTry(input: Input): Promise<Output> {
    try {
      return await attempt(input);
    } catch (error) {
      if (error instanceof WorkerLost && error.why === "died") return attempt(input);
      throw error;
    }
  }

  return {
    async run(input, left) {
      if (closed) throw new Error("the worker queue is closed");
      if (waiting >= options.maxWaiting) throw new Error("the worker queue is full");
      waiting += 1;
      const job = last.then(async () => {
        refuseAbandoned(left);
        return withSecondTry(input);
      });
      last = job.catch(() => undefined).finally(() => (waiting -= 1));
      return job;
    },
    async close() {
      closed = true;
      await last;
      clearTimeout(idle);
      dismiss();
    },
  };
}

/** The worker does not answer: it died, or it was given up because it took too long. */
class WorkerLost extends Error {
  readonly why: "died" | "too-slow";
  constructor(why: "died" | "too-slow", message: string, cause?: unknown) {
    super(message, { cause });
    this.why = why;
  }
}

function ask<Input, Output>(worker: ChildProcess, input: Input, timeoutMilliseconds: number): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>();
  const lost = (message: string, cause?: unknown) => reject(new WorkerLost("died", message, cause));
  const onAnswer = (answer: unknown) => {
    const given = answer as WorkerAnswer<Output>;
    if (given.ok) resolve(given.value);
    else reject(new Error(given.message));
  };
  const onError = (error: unknown) => lost("the worker failed", error);
  const onExit = (code: number | null, signal: string | null) => lost(`the worker ended with ${code ?? signal}`);
  const slow = `the worker took longer than ${timeoutMilliseconds} ms`;
  const timer = setTimeout(() => reject(new WorkerLost("too-slow", slow)), timeoutMilliseconds);
  worker.on("message", onAnswer).on("error", onError).on("exit", onExit);
  worker.ref();
  worker.channel?.ref();
  try {
    worker.send(input as object, (error) => {
      if (error !== null) lost("the worker takes nothing", error);
    });
  } catch (error) {
    // Without a free file descriptor the process did not even get a channel.
    lost("the worker takes nothing", error);
  }
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off("message", onAnswer).off("error", onError).off("exit", onExit);
    worker.unref();
    worker.channel?.unref();
  });
}
