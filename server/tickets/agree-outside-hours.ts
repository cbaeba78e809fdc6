import type { Contact } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideOutsideHours } from "../../core/tickets/outside-hours.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket } from "./store.ts";

/**
 * A contact agrees that a ticket is worked outside office hours, from now on (M5); refuses `not-found`, `no-seat`,
 * `ticket-closed`.
 */
export async function agreeOutsideHours(
  work: Work<Contact>,
  { reference }: { reference: string },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  if (!can(work.actor, "ticket.agree-outside-hours", { organisationId: ticket.organisation_id }))
    return refuse({ code: "no-seat" });
  const decided = decideOutsideHours(
    { outcome: ticket.outcome, outsideHoursAgreedAt: ticket.outside_hours_agreed_at },
    work.now(),
  );
  if (!decided.ok) return decided;
  if (!decided.value.isNew) return accept(null);
  const { agreedAt } = decided.value;
  await saveTicket(work.tx, ticket, { outside_hours_agreed_at: agreedAt, last_activity_at: agreedAt });
  const payload = { agreedBy: work.actor.personId, at: agreedAt.toString() };
  await recordEvent(work, {
    kind: "ticket-outside-hours-agreed",
    organisationId: ticket.organisation_id,
    subject: ticket.id,
    isVisible: true,
    payload,
  });
  return accept(null);
}
