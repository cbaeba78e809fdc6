import type { Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findTicket } from "./store.ts";

/**
 * Whether a consultant who saw a ticket's conversation at an instant has seen all of it, so that no customer gets two answers,
 * or one that passes over what they just wrote (P3). Refuses `answered-meanwhile` when somebody else wrote since.
 */
export async function checkAnswered(
  { tx, actor }: Work<Staff>,
  { reference, seenAt }: { reference: string; seenAt: Temporal.Instant },
): Promise<Result<null>> {
  const ticket = await findTicket(tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const newer = await tx
    .selectFrom("ticket_messages")
    .select("id")
    .where("organisation_id", "=", ticket.organisation_id)
    .where("ticket_id", "=", ticket.id)
    .where("written_at", ">", seenAt)
    .where("author_id", "!=", actor.personId)
    .limit(1)
    .executeTakeFirst();
  return newer === undefined ? accept(null) : refuse({ code: "answered-meanwhile" });
}
