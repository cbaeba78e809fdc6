import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";

/** Enqueues mails for a moment, one job per mail, however often it is requested. */
export async function enqueueMails(
  tx: Transaction,
  ids: readonly string[],
  { at, isAsked = false }: { readonly at?: Temporal.Instant; readonly isAsked?: boolean } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const asked = isAsked ? sql`, 'asked', 'yes'` : sql``;
  await sql`select graphile_worker.add_job('send-mail', json_build_object('mailId', id ${asked}), job_key => 'mail:' || id,
    run_at => ${at?.toString() ?? null}::timestamptz) from unnest(${ids}::uuid[]) id`.execute(tx);
}
