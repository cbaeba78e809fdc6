import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";
import { type JobName, jobs, type Payloads } from "./catalogue.ts";

/** Enqueues a job in the transaction that causes it; it runs after the commit, at least once (R33). */
export async function enqueueJob<Name extends JobName>(
  { tx }: { readonly tx: Transaction },
  name: Name,
  payload: Payloads[Name],
): Promise<void> {
  const needed = JSON.stringify(jobs[name].parse(payload));
  await sql`select enqueue_job(${name}, ${needed}::json)`.execute(tx);
}

/** The same for a job that goes behind the others of its queue. The portal has none. */
export async function enqueueBehind<Name extends JobName>(
  { tx }: { readonly tx: Transaction },
  name: Name,
  payload: Payloads[Name],
): Promise<void> {
  const needed = JSON.stringify(jobs[name].parse(payload));
  await sql`select graphile_worker.add_job(${name}, ${needed}::json, priority => 10)`.execute(tx);
}
