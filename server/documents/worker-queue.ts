import { Worker } from "node:worker_threads";
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
  readonly entry: URL | string;
  readonly timeoutMilliseconds: number;
  readonly maxWaiting: number;
}

/**
 * One worker thread with one job at a time, so that heavy work never holds up a page (R25). The first job starts it. It
 * is replaced when it dies or takes too long. While idle it keeps no process alive. A job whose worker died is tried
 * once more; a job that took too long is not.
 */
export function createWorkerQueue<Input, Output>(options: Options): WorkerQueue<Input, Output> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  /** An idle worker that ends is forgotten at once, so that no job goes to a dead thread. */
  function start(): Worker {
    const started = new Worker(options.entry, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    return started.on("error", forget).on("exit", forget);
  }

  async function attempt(input: Input): Promise<Output> {
    const current = (worker ??= start());
    try {
      return await ask<Input, Output>(current, input, options.timeoutMilliseconds);
    } catch (error) {
      if (error instanceof WorkerLost) {
        worker = undefined;
        await current.terminate();
      }
      throw error;
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
      await worker?.terminate();
      worker = undefined;
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

function ask<Input, Output>(worker: Worker, input: Input, timeoutMilliseconds: number): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>();
  const onAnswer = (answer: WorkerAnswer<Output>) =>
    answer.ok ? resolve(answer.value) : reject(new Error(answer.message));
  const onError = (error: unknown) => reject(new WorkerLost("died", "the worker failed", error));
  const onExit = (code: number) => reject(new WorkerLost("died", `the worker ended with code ${code}`));
  const slow = `the worker took longer than ${timeoutMilliseconds} ms`;
  const timer = setTimeout(() => reject(new WorkerLost("too-slow", slow)), timeoutMilliseconds);
  worker.on("message", onAnswer).on("error", onError).on("exit", onExit);
  worker.ref();
  worker.postMessage(input);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off("message", onAnswer).off("error", onError).off("exit", onExit);
    worker.unref();
  });
}
