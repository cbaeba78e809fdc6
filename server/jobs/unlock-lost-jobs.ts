import type pg from "pg";

/** What the pool of jobs calls its connections; by it a process that lives is known to the others. */
export const jobsApplication = "kwartier jobs";

const unlock = `
  select graphile_worker.force_unlock_workers(coalesce(array_agg(distinct locked_by), '{}'))
  from graphile_worker._private_jobs
  where locked_at < (
    select coalesce(min(backend_start), now()) from pg_stat_activity
    where application_name = $1 and datname = current_database() and pid <> pg_backend_pid())`;

/**
 * Frees the jobs of a process that was killed: the queue itself would let them lie for four hours (R33). Locks older than
 * every process that lives are nobody's; with several processes a killed one's may stay until the others have restarted.
 */
export async function unlockLostJobs(pool: pg.Pool): Promise<void> {
  await pool.query(unlock, [jobsApplication]);
}
