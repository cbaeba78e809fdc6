import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { requireOpen } from "../../core/tickets/progress.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findSeats } from "../organisations/find-organisations.ts";
import { findTicket, saveTicket } from "./store.ts";

/**
 * Notes that a seated contact agreed by telephone to work outside office hours, from now on; both contacts are told
 * (M5). Already agreed stays as it was. Refuses `not-found` (also for somebody without a seat), `not-allowed`,
 * `ticket-closed`.
 */
export async function noteOutsideHours(
  work: Work<Staff>,
  { reference, agreedBy }: { reference: string; agreedBy: PersonId },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  if (!can(work.actor, "ticket.note-outside-hours", { organisationId })) return refuse({ code: "not-allowed" });
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  const seats = await findSeats(work.tx, organisationId);
  if (!seats.some((seat) => seat.id === agreedBy)) return refuse({ code: "not-found" });
  if (ticket.outside_hours_agreed_at !== null) return accept(null);
  const now = work.now();
  await saveTicket(work.tx, ticket, { outside_hours_agreed_at: now, last_activity_at: now });
  const payload = { agreedBy, notedBy: work.actor.personId, at: now.toString() };
  await recordEvent(work, {
    kind: "ticket-outside-hours-agreed",
    organisationId,
    subject: ticket.id,
    isVisible: true,
    payload,
  });
  return accept(null);
}
