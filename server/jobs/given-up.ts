import { sql } from "kysely";
import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";

/** A job that was tried for three days and is not tried any more (see pauses.ts). */
export interface GivenUpJob {
  readonly id: string;
  readonly task: string;
  readonly givenUpAt: Temporal.Instant;
  /** The last error in the program's words, cut to fit. */
  readonly reason: string;
}

const mostListed = 50;
const longestReason = 300;
const isGivenUp = sql`attempts >= max_attempts and locked_by is null`;

/** The given-up jobs, oldest first, at most fifty. */
export async function listGivenUp(tx: Transaction): Promise<readonly GivenUpJob[]> {
  const { rows } = await sql<GivenUpJob>`
    select jobs.id::text as id, tasks.identifier as task, jobs.updated_at as "givenUpAt",
      left(coalesce(jobs.last_error, ''), ${longestReason}) as reason
    from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where ${isGivenUp} order by jobs.updated_at, jobs.id limit ${mostListed}`.execute(tx);
  return rows;
}

export async function hasGivenUp(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from graphile_worker._private_jobs where ${isGivenUp}) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/** Tries a given-up job again at once, and for three more days. Refuses `not-allowed`, `not-found`. */
export async function tryJobAgain(work: Work<Staff>, id: string): Promise<Result<null>> {
  const permitted = requirePermission(work.actor, "job.try-again", { organisationId: null });
  if (!permitted.ok) return permitted;
  const { rows } = await sql<{ task: string }>`
    update graphile_worker._private_jobs jobs set attempts = 0, max_attempts = 25, run_at = now(), updated_at = now()
    from graphile_worker._private_tasks tasks where tasks.id = jobs.task_id and jobs.id = ${id}::bigint and ${isGivenUp}
    returning tasks.identifier as task`.execute(work.tx);
  const [job] = rows;
  if (job === undefined) return refuse({ code: "not-found" });
  await recordEvent(work, {
    kind: "job-tried-again",
    organisationId: null,
    subject: `job.${id}`,
    payload: { task: job.task },
  });
  return accept(null);
}
