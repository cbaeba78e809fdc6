import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger as QueueLogger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { openPool } from "../db/connect.ts";
import type { Logger } from "../logger.ts";
import { bePresent, type Presence } from "./presence.ts";
import { tryAgain } from "./try-again.ts";

export interface QueueOptions {
  readonly url: string;
  readonly tasks: TaskList;
  readonly log: Logger;
  /** How long jobs under way may go on when it stops; eight seconds unless said otherwise. */
  readonly patienceMs?: number | undefined;
  /** What runs by the clock; nothing in tests of the queue itself. */
  readonly crontab?: string | undefined;
}

/** One run of the queue, from its first connection to its end. */
export interface Run {
  /** Answers when it can take no more jobs although nobody asked it to stop, with the reason. */
  readonly ended: Promise<unknown>;
  /**
   * Takes no more jobs and waits for those under way, but not for ever: what is not done by then is given back to the
   * queue.
   */
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
 * Runs jobs until the queue meets an error that is not a job's own: then this run is over, and another one has to
 * begin. After some of them the queue's runner would go on by itself, after others stand still for ever, so that none
 * is left to it.
 */
export async function runQueue({
  url,
  tasks,
  log,
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
  // The driver's own parsers: the queue sends the ids of jobs back as JSON, which knows no bigint.
  const pool = openPool({ url, name: "kwartier queue", max: 6, parsers: "driver", onError: onLost });
  const underWay = new Set<Promise<unknown>>();
  const events = eventsThatEnd({ onLost, isStopping: () => isStopping });
  const noLook = countLooks(events);
  let presence: Promise<Presence> | null = null;
  const present = async (name: string): Promise<unknown> => (presence ??= bePresent({ url, name, onLost }));
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tryAgain(tasks, { pool, log, underWay, isStopping: () => isStopping, noLook }),
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2000,
      crontab,
      events,
      logger: queueLogger(log),
      preset: presetOf({ present, isLost: () => isLost }),
    });
    const stop = async (): Promise<void> => {
      isStopping = true;
      // Rejected when it had stopped by itself.
      const stopped = runner
        .stop()
        .catch(() => undefined)
        .then(async () => runner.promise);
      // What a lost run still had to write down it may wait for in vain.
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
  // A runner that was asked to stop lost nothing, and takes no more jobs from that moment.
  events.on("stop", () => {
    if (!isStopping()) onLost(new Error("the runner stopped"));
  });
  return events;
}

/** Answers what waits until none of the workers is looking for a job. */
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
    // Unless they come in batches, the queue drops the promises of writing down that jobs are done, and so their
    // rejections.
    worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    plugins: [
      {
        name: "KwartierQueue",
        version: "1.0.0",
        worker: {
          // No job is taken before other processes can see that somebody works on it.
          hooks: { startWorker: async (_, { worker }) => void (await present(worker.workerPool.id)) },
          middleware: {
            // A look for jobs that fails after the shutdown began is printed to the console, so the ones under way end
            // first.
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

/** The queue's own sentences quote what a job threw; the log writes errors down without what they quote. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, _message, details) => {
    // A job's failure is told by whoever decides what becomes of the job.
    if ((level !== "error" && level !== "warning") || details?.["failure"] === true) return;
    log.info({ error: details?.["error"] ?? details?.["fatalError"] }, "the queue met an error");
  });
}
