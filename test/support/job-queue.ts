import type { TaskList } from "graphile-worker";
import { query } from "../embedded.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { type Jobs, startJobs } from "../../server/jobs/start-jobs.ts";
import { createLogger } from "../../server/start/log.ts";
import { createMigratedDatabase } from "./migrated-database.ts";

/** A waiting job of the queue. */
export interface Waiting {
  readonly task: string;
  readonly tries: number;
  readonly isLocked: boolean;
  readonly isGivenUp: boolean;
  readonly reason: string | null;
  readonly waitsSeconds: number;
}

export interface TestQueue {
  readonly ownerUrl: string;
  readonly deskUrl: string;
  start(tasks: TaskList, patienceMs?: number): Jobs;
  /** Answers the job's id. */
  add(task: string, payload?: object): Promise<string>;
  waiting(): Promise<Waiting[]>;
  /** Makes every waiting job due at once. */
  hurry(): Promise<void>;
  run(sql: string): Promise<unknown[][]>;
  drop(): Promise<void>;
}

/** A database with the queue alone. The tasks are the test's, the runners are the product's. */
export async function createTestQueue(clusterUrl: string): Promise<TestQueue> {
  const database = await createMigratedDatabase(clusterUrl);
  const { ownerUrl } = database;
  const { desk } = await ensureRoles(ownerUrl);
  const run = async (sql: string): Promise<unknown[][]> => query(ownerUrl, sql);
  return {
    ownerUrl,
    deskUrl: desk,
    start: (tasks, patienceMs) => startJobs({ url: desk, tasks, log: createLogger("fatal"), patienceMs, crontab: "" }),
    add: async (task, payload = {}) => {
      const rows = await run(`select (graphile_worker.add_job('${task}', '${JSON.stringify(payload)}')).id::text`);
      return String(rows[0]?.[0]);
    },
    waiting: async () => {
      const rows = await run(`
        select json_build_object('task', identifier, 'tries', attempts, 'isLocked', locked_by is not null,
          'isGivenUp', attempts >= max_attempts, 'reason', last_error,
          'waitsSeconds', round(extract(epoch from run_at - jobs.updated_at)))
        from graphile_worker._private_jobs jobs join graphile_worker._private_tasks t on t.id = task_id order by jobs.id`);
      return rows.map(([row]) => row as Waiting);
    },
    hurry: async () =>
      void (await run("update graphile_worker._private_jobs set run_at = now() where locked_by is null")),
    run,
    drop: database.drop,
  };
}
