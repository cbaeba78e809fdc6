import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { requireOpen } from "../../core/tickets/progress.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket, subjectOf } from "./store.ts";

/**
 * Makes the consultant the one who handles the ticket (B2, B3), also when a colleague had it. When it was first picked
 * up stays. Refuses `not-found`, `not-allowed`, `ticket-closed`, and `changed-meanwhile` when somebody else picked it
 * up since the version that was seen (R12).
 */
export async function pickUpTicket(
  work: Work<Staff>,
  { reference, version }: { reference: string; version?: number | undefined },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  if (!can(work.actor, "ticket.pick-up", { organisationId })) return refuse({ code: "not-allowed" });
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  if (ticket.assignee_id === work.actor.personId) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: ["ticket-picked-up"] });
  if (!seen.ok) return seen;
  const now = work.now();
  await saveTicket(work.tx, ticket, {
    assignee_id: work.actor.personId,
    picked_up_at: ticket.picked_up_at ?? now,
    last_activity_at: now,
  });
  const payload = { by: work.actor.personId, before: ticket.assignee_id, isFirst: ticket.picked_up_at === null };
  await recordEvent(work, {
    kind: "ticket-picked-up",
    organisationId,
    subject: ticket.id,
    isVisible: ticket.picked_up_at === null,
    payload,
  });
  return accept(null);
}
