import type { Staff } from "../../core/access/actor.ts";
import { decideStep } from "../../core/tickets/progress.ts";
import type { Step } from "../../core/tickets/step.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";
import { subjectOf } from "./read-ticket.ts";

/**
 * Moves a ticket on to a later step, and tells its contacts (D1-D3, P3). Refuses `not-found`, `not-allowed`,
 * `ticket-closed`, `changed-meanwhile` when somebody else moved it since the version that was seen (R12), and
 * `step-backwards`.
 */
export async function moveStep(
  work: Work<Staff>,
  { reference, step, version }: { reference: string; step: Step; version?: number | undefined },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.move-step");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  if (ticket.step === step) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: ["ticket-step-moved"] });
  if (!seen.ok) return seen;
  const decided = decideStep(ticket, step);
  if (!decided.ok) return decided;
  await saveTicket(work.tx, ticket, { step: decided.value, lastActivityAt: work.now() });
  await recordEvent(work, {
    kind: "ticket-step-moved",
    organisationId,
    subject: ticket.id,
    payload: { before: ticket.step, after: decided.value },
  });
  return accept(null);
}
