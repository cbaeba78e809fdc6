import type { Contact } from "../../core/access/actor.ts";
import { decideOutsideHours } from "../../core/tickets/outside-hours.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/**
 * A contact agrees that a ticket is worked outside office hours from now on (M5). Refuses `not-found`, `no-seat`,
 * `ticket-closed`.
 */
export async function agreeOutsideHours(
  work: Work<Contact>,
  { reference }: { reference: string },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.agree-outside-hours");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const decided = decideOutsideHours(
    { outcome: ticket.outcome, outsideHoursAgreedAt: ticket.outsideHoursAgreedAt },
    work.now(),
  );
  if (!decided.ok) return decided;
  if (!decided.value.isNew) return accept(null);
  const { agreedAt } = decided.value;
  await saveTicket(work.tx, ticket, { outsideHoursAgreedAt: agreedAt, lastActivityAt: agreedAt });
  const payload = { agreedBy: work.actor.personId, at: agreedAt.toString() };
  await recordEvent(work, {
    kind: "ticket-outside-hours-agreed",
    organisationId: ticket.organisationId,
    subject: ticket.id,
    isVisible: true,
    payload,
  });
  return accept(null);
}
