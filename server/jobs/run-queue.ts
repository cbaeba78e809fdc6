import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger as QueueLogger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { openPool } from "../db/connect.ts";
import type { Logger } from "../logger.ts";
import { bePresent, type Presence } from "./presence.ts";
import { releasableTwice } from "./releasable-twice.ts";
import { tryAgain } from "./try-again.ts";

export interface QueueOptions {
  readonly url: string;
  readonly tasks: TaskList;
  readonly log: Logger;
  /** The number of jobs at once; four by default. */
  readonly concurrency?: number | undefined;
  /** The time for running jobs to end at a stop; eight seconds by default. */
  readonly patienceMs?: number | undefined;
  /** The jobs by the clock; none in tests of the queue itself. */
  readonly crontab?: string | undefined;
}

/** One run of the queue, from its first connection to its end. */
export interface Run {
  /** Resolves with the reason when it can take no more jobs although nobody stopped it. */
  readonly ended: Promise<unknown>;
  /** Takes no more jobs and waits for running ones, but not for ever. Unfinished jobs return to the queue. */
  stop(): Promise<void>;
}

type Preset = NonNullable<Parameters<typeof run>[0]["preset"]>;

const byTheClock = `
17 3 * * * clean-up ?jobKey=clean-up
5 * * * * end-tickets ?jobKey=end-tickets
* * * * * sweep-mails ?jobKey=sweep-mails`;
const usualPatienceMs = 8000;
const lookMs = 100;
const writingMs = 1000;

/**
 * Runs jobs until the queue meets an error outside a job. This run is then over, and another one has to begin. After
 * some errors the queue's runner would go on by itself, after others it stands still for ever; this relies on neither.
 */
export async function runQueue({
  url,
  tasks,
  log,
  concurrency = 4,
  patienceMs = usualPatienceMs,
  crontab = byTheClock,
}: QueueOptions): Promise<Run> {
  const ended = Promise.withResolvers<unknown>();
  let isLost = false;
  let isStopping = false;
  const onLost = (error: unknown): void => {
    isLost = true;
    ended.resolve(error);
  };
  // The driver's own parsers: the queue sends ids of jobs as JSON, which has no bigint.
  const max = concurrency + 2;
  const pool = releasableTwice(openPool({ url, name: "kwartier queue", max, parsers: "driver", onError: onLost }));
  const underWay = new Set<Promise<unknown>>();
  const events = eventsThatEnd({ onLost, isStopping: () => isStopping });
  const noLook = countLooks(events);
  let presence: Promise<Presence> | null = null;
  const present = async (name: string): Promise<unknown> => (presence ??= bePresent({ url, name, onLost }));
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tryAgain(tasks, { pool, log, underWay, isStopping: () => isStopping, noLook }),
      concurrency,
      noHandleSignals: true,
      pollInterval: 2000,
      crontab,
      events,
      logger: queueLogger(log),
      preset: presetOf({ present, isLost: () => isLost }),
    });
    const stop = async (): Promise<void> => {
      isStopping = true;
      // Rejected if it stopped by itself.
      const stopped = runner
        .stop()
        .catch(() => undefined)
        .then(async () => runner.promise);
      // A lost run might wait in vain to record its results.
      await inTime(patienceMs, isLost ? Promise.allSettled(underWay) : stopped);
      if (isLost) await inTime(writingMs, stopped);
      const known = await presence?.catch(() => null);
      if (known) await inTime(usualPatienceMs, known.leave());
      void pool.end();
    };
    return { ended: ended.promise, stop };
  } catch (error) {
    void pool.end();
    throw error;
  }
}

interface Ends {
  readonly onLost: (reason: unknown) => void;
  readonly isStopping: () => boolean;
}

function eventsThatEnd({ onLost, isStopping }: Ends): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  for (const name of ["worker:getJob:error", "pool:fatalError", "worker:fatalError"] as const)
    events.on(name, ({ error }: { readonly error: unknown }) => onLost(error));
  // A runner that was stopped on request lost nothing, and takes no more jobs from then on.
  events.on("stop", () => {
    if (!isStopping()) onLost(new Error("the runner stopped"));
  });
  return events;
}

/** Answers a function that waits until no worker is looking for a job. */
function countLooks(events: WorkerEvents): () => Promise<void> {
  let looks = 0;
  const over = new EventEmitter();
  events.on("worker:getJob:start", () => (looks += 1));
  for (const name of ["worker:getJob:empty", "worker:getJob:error", "job:start"] as const)
    events.on(name, () => {
      looks -= 1;
      if (looks === 0) over.emit("over");
    });
  return async () => {
    if (looks > 0) await once(over, "over");
  };
}

interface PresetNeeds {
  readonly present: (name: string) => Promise<unknown>;
  readonly isLost: () => boolean;
}

function presetOf({ present, isLost }: PresetNeeds): Preset {
  return {
    // Without batches the queue ignores the promises of recording finished jobs, and so their rejections.
    worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    plugins: [
      {
        name: "KwartierQueue",
        version: "1.0.0",
        worker: {
          // No job is taken before other processes can see that somebody works here.
          hooks: { startWorker: async (_, { worker }) => void (await present(worker.workerPool.id)) },
          middleware: {
            // If a look for jobs failed after the shutdown began, the queue would print it to the console. So running
            // looks end first.
            poolGracefulShutdown: async (next) => {
              if (isLost()) await pause(lookMs);
              return next();
            },
          },
        },
      },
    ],
  };
}

async function inTime(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, milliseconds);
  await Promise.race([work.catch(() => undefined), late.promise]);
  clearTimeout(timer);
}

/** The queue's own sentences quote a job's errors. The log writes errors without their quotations. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, _message, details) => {
    // A job's failure is reported where it is decided whether to try again.
    if ((level !== "error" && level !== "warning") || details?.["failure"] === true) return;
    log.info({ error: details?.["error"] ?? details?.["fatalError"] }, "the queue met an error");
  });
}
