import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { findSeats } from "../organisations/find-organisations.ts";
import { saveTicket } from "./save-ticket.ts";

/**
 * Records that a seated contact agreed by telephone to work outside office hours from now on (M5). Both contacts are
 * told. An earlier agreement stays as it was. Refuses `not-found` (also for a person without a seat), `not-allowed`,
 * `ticket-closed`.
 */
export async function noteOutsideHours(
  work: Work<Staff>,
  { reference, agreedBy }: { reference: string; agreedBy: PersonId },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.note-outside-hours");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const seats = await findSeats(work.tx, organisationId);
  if (!seats.some((seat) => seat.id === agreedBy)) return refuse({ code: "not-found" });
  if (ticket.outsideHoursAgreedAt !== null) return accept(null);
  const now = work.now();
  await saveTicket(work.tx, ticket, { outsideHoursAgreedAt: now, lastActivityAt: now });
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
