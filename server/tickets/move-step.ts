import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideStep } from "../../core/tickets/progress.ts";
import type { Step } from "../../core/tickets/step.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket } from "./store.ts";

/** Moves a ticket on to a later step, which its contacts are told (D1-D3, P3): refuses `not-found`, `not-allowed`, `step-backwards`, `ticket-closed`. */
export async function moveStep(
  work: Work<Staff>,
  { reference, step }: { reference: string; step: Step },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  if (!can(work.actor, "ticket.move-step", { organisationId })) return refuse({ code: "not-allowed" });
  const decided = decideStep(ticket, step);
  if (!decided.ok) return decided;
  if (ticket.step === decided.value) return accept(null);
  await saveTicket(work.tx, ticket, { step: decided.value, last_activity_at: work.now() });
  await recordEvent(work, {
    kind: "ticket-step-moved",
    organisationId,
    subject: ticket.id,
    isVisible: true,
    payload: { before: ticket.step, after: decided.value },
  });
  return accept(null);
}
