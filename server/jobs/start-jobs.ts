import { run, type TaskList, Logger as QueueLogger } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "../log.ts";

export type { TaskList };

export interface Jobs {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

/** Runs the queue's jobs in this process; any number of processes may. A job runs at least once and is tried again with growing pauses (R33). */
export async function startJobs(options: { pool: pg.Pool; tasks: TaskList; log: Logger }): Promise<Jobs> {
  const runner = await run({
    pgPool: options.pool,
    taskList: options.tasks,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab: "17 3 * * * clean-up ?max=3",
    logger: new QueueLogger(() => (level, message, details) => {
      if (level === "error") options.log.error({ jobError: details?.["error"] }, message);
      else if (level === "warning") options.log.warn({}, message);
    }),
  });
  return { stop: async () => runner.stop() };
}
