import { sql } from "kysely";
import type { Contact } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";

const megabyte = 1024 * 1024;

/** The limits on a person's waiting uploads, and on an organisation's uploads of a day. */
export interface UploadRoom {
  readonly waitingMegabytes: number;
  readonly dayMegabytes: number;
}

export const uploadRoom: UploadRoom = { waitingMegabytes: 250, dayMegabytes: 1024 };

interface Wanted {
  readonly bytes: number;
  readonly now: Temporal.Instant;
  readonly room: UploadRoom;
}

/**
 * Checks that a contact may send a file of this size (R06): only seated contacts write, and nobody fills the disk. The
 * organisation is locked until the transaction ends, so that parallel files are all counted. Refuses `no-seat`,
 * `uploads-full`.
 */
export async function requireRoom(
  tx: Transaction,
  actor: Contact,
  { bytes, now, room }: Wanted,
): Promise<Result<null>> {
  const { organisationId, personId } = actor;
  if (!can(actor, "ticket.reply", { organisationId })) return refuse({ code: "no-seat" });
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${organisationId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ day: number; waiting: number }>`
    select coalesce(sum(size_bytes), 0)::float8 as day,
      coalesce(sum(size_bytes) filter (where ticket_id is null and uploaded_by = ${personId}), 0)::float8 as waiting
    from attachments where organisation_id = ${organisationId} and uploaded_at > ${now.subtract({ hours: 24 })}`.execute(
    tx,
  );
  const { day = 0, waiting = 0 } = rows[0] ?? {};
  if (waiting + bytes > room.waitingMegabytes * megabyte)
    return refuse({ code: "uploads-full", limitMegabytes: room.waitingMegabytes });
  if (day + bytes > room.dayMegabytes * megabyte)
    return refuse({ code: "uploads-full", limitMegabytes: room.dayMegabytes });
  return accept(null);
}
