import { run, type TaskList, Logger as QueueLogger } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "../log.ts";
import { unlockLostJobs } from "./unlock-lost-jobs.ts";

export type { TaskList };

export interface Jobs {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

const minute = 60_000;

/** Runs the queue's jobs in this process; any number of processes may. A job runs at least once and is tried again with growing pauses (R33). */
export async function startJobs(options: { pool: pg.Pool; tasks: TaskList; log: Logger }): Promise<Jobs> {
  await unlockLostJobs(options.pool);
  const noteFailure = (error: unknown): void => options.log.warn({ error }, "lost jobs could not be freed");
  const again = setInterval(() => void unlockLostJobs(options.pool).catch(noteFailure), minute);
  const runner = await run({
    pgPool: options.pool,
    taskList: options.tasks,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab: "17 3 * * * clean-up ?max=3\n5 * * * * end-tickets ?max=3",
    // The queue's own sentences quote what a job threw; the log writes errors down without what they quote.
    logger: new QueueLogger(() => (level, _message, details) => {
      const what = { error: details?.["error"], task: taskOf(details?.["job"]) };
      if (level === "error") options.log.error(what, "a job failed");
      else if (level === "warning") options.log.warn(what, "the queue warns");
    }),
  });
  return {
    stop: async () => {
      clearInterval(again);
      await runner.stop();
    },
  };
}

function taskOf(job: unknown): string | undefined {
  if (typeof job !== "object" || job === null || !("task_identifier" in job)) return undefined;
  return typeof job.task_identifier === "string" ? job.task_identifier : undefined;
}
