import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket } from "../tickets/ticket.ts";
import { findEntry, markVoided } from "./store.ts";

/**
 * Takes back an entry made by mistake, with a reason; the row stays and the ticket's totals follow. One's own, or anybody's as
 * administrator. What was invoiced already comes back as a difference on the next invoice (M2). Refuses `not-found`,
 * `not-allowed`, `reason-needed`, `changed-meanwhile` when it was already taken back.
 */
export async function voidTimeEntry(
  work: Work<Staff>,
  { reference, id, reason }: { reference: string; id: string; reason: string },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  const entry = await findEntry(work.tx, ticket, id);
  if (entry === undefined) return refuse({ code: "not-found" });
  const isOwn = entry.consultant_id === work.actor.personId || work.actor.kind === "administrator";
  if (!isOwn || !can(work.actor, "time.log", { organisationId })) return refuse({ code: "not-allowed" });
  if (reason.trim() === "") return refuse({ code: "reason-needed" });
  const now = work.now();
  if (!(await markVoided(work.tx, ticket, entry.id, now))) return refuse({ code: "changed-meanwhile" });
  await saveTicket(work.tx, ticket, { last_activity_at: now });
  await recordEvent(work, {
    kind: "time-voided",
    organisationId,
    subject: ticket.id,
    isVisible: false,
    payload: { entryId: id, reason, minutes: entry.minutes },
  });
  return accept(null);
}
