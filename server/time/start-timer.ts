import type { Staff } from "../../core/access/actor.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { chooseAuthorisation } from "./choose-authorisation.ts";
import { findTimer } from "./read-timer.ts";
import { insertTimer } from "./store.ts";

interface NewTimer {
  readonly reference: string;
  readonly step: Step;
  /** The planned authorisation of its time (T3); without one, the newest in force at the stop. */
  readonly authorisationId?: AuthorisationId | undefined;
}

/**
 * Starts the consultant's one timer on a ticket. Refuses `not-found`, `not-allowed`, `ticket-closed`,
 * `authorisation-not-in-force`, and `timer-running` with its ticket.
 */
export async function startTimer(
  work: Work<Staff>,
  { reference, step, authorisationId }: NewTimer,
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "timer.start");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const under = await chooseAuthorisation(work.tx, ticket, authorisationId);
  if (!under.ok) return under;
  const started = await insertTimer(work.tx, ticket, {
    consultantId: work.actor.personId,
    step,
    startedAt: work.now(),
    authorisationId: authorisationId ?? null,
  });
  if (!started)
    return refuse({
      code: "timer-running",
      reference: (await findTimer(work.tx, work.actor.personId))?.reference ?? reference,
    });
  await recordEvent(work, {
    kind: "timer-started",
    organisationId,
    subject: ticket.id,
    payload: { step },
  });
  return accept(null);
}
