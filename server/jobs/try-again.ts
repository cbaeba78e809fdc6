import type { Job, Task, TaskList } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "../logger.ts";
import { isGivenUpAfter, pauseAfter } from "./pauses.ts";

// The queue itself would wait up to six hours, and end after 25 tries. Its own update then finds the job unlocked and
// changes nothing.
const fail = `
  update graphile_worker._private_jobs set locked_at = null, locked_by = null, last_error = $3, priority = 0, updated_at = now(),
    run_at = now() + make_interval(secs => $4),
    max_attempts = case when $5 then attempts else greatest(max_attempts, attempts + 1) end
  where id = $1 and locked_by = $2`;

// As if nobody had taken it: the job did not begin, so this is neither a try nor an interruption.
const giveBack = `
  update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
  where id = $1 and locked_by = $2`;

interface TryAgain {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** The jobs that are running. */
  readonly underWay: Set<Promise<unknown>>;
  /** Whether no more jobs may begin. */
  readonly isStopping: () => boolean;
  /** Waits until no worker is looking for a job. */
  readonly noLook: () => Promise<void>;
}

/**
 * The tasks with our own rule for failures (R33): growing pauses of at most five minutes; after three days a job is
 * given up and stays in the queue. If a worker still takes a job while the queue stops, it is given back and does not
 * begin.
 */
export function tryAgain(tasks: TaskList, { pool, log, underWay, isStopping, noLook }: TryAgain): TaskList {
  const writeDown = async (job: Job, error: unknown): Promise<void> => {
    const isGivenUp = isGivenUpAfter(job.attempts);
    const seconds = pauseAfter(job.attempts);
    await pool.query(fail, [job.id, job.locked_by, reasonOf(error), seconds, isGivenUp]);
    const what = { error, task: job.task_identifier, job: job.id, tries: job.attempts };
    if (isGivenUp) log.error(what, "a job was given up: somebody has to look at it");
    else log.warn({ ...what, seconds }, "a job failed and is tried again");
  };
  const attempt = async (work: () => unknown, job: Job): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await writeDown(job, error);
      throw error;
    }
  };
  const leaveAlone = async ({ id, locked_by: lockedBy }: Job): Promise<never> => {
    // Otherwise a worker of this process would take it once more.
    await noLook();
    await pool.query(giveBack, [id, lockedBy]);
    // The queue takes a job without an error for done.
    throw new Error("the queue stops");
  };
  const wrap =
    (task: Task): Task =>
    async (payload, helpers) => {
      const { job } = helpers;
      const attempted = isStopping() ? leaveAlone(job) : attempt(() => task(payload, helpers), job);
      underWay.add(attempted);
      await attempted.finally(() => underWay.delete(attempted));
    };
  return Object.fromEntries(Object.entries(tasks).flatMap(([name, task]) => (task ? [[name, wrap(task)]] : [])));
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
