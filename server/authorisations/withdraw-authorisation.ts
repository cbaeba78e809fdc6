import type { Staff } from "../../core/access/actor.ts";
import { turnTo } from "../../core/tickets/progress.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { stateOf } from "../tickets/read-ticket.ts";
import { lockAuthorisation } from "./lock-authorisation.ts";
import { refuseSettled } from "./refuse-settled.ts";
import { settleAuthorisation } from "./store.ts";

/**
 * Withdraws a request before the customer decides, so that another can be made. A quote for one price can also be
 * withdrawn between approval and delivery, and then costs nothing (T3). Refuses `not-found`, `not-allowed`,
 * `authorisation-decided`, and `transition-refused` after delivery.
 */
export async function withdrawAuthorisation(
  work: Work<Staff>,
  { reference, id }: { reference: string; id: AuthorisationId },
): Promise<Result<null>> {
  const locked = await lockAuthorisation(work, { reference, id }, "authorisation.withdraw");
  if (!locked.ok) return locked;
  const { ticket, authorisation } = locked.value;
  const { organisationId } = ticket;
  const now = work.now();
  const isOpen = authorisation.state === "requested";
  const settled = await settleAuthorisation(work.tx, ticket, id, {
    state: "withdrawn",
    by: work.actor.personId,
    at: now,
    declineReason: null,
    version: authorisation.version,
    from: isOpen ? "requested" : "approved",
  });
  if (!settled) return refuseSettled(work, { code: "authorisation-decided" }, { ticket, id });
  if (isOpen && ticket.status === "open") {
    const turn = turnTo("provider", stateOf(ticket), now);
    await saveTicket(work.tx, ticket, {
      waitsFor: turn.waitsFor,
      waitingSince: turn.waitingSince,
      lastActivityAt: now,
    });
  }
  await recordEvent(work, {
    kind: "authorisation-withdrawn",
    organisationId,
    subject: ticket.id,
    payload: { authorisationId: id, minutes: authorisation.minutes, wasApproved: !isOpen },
  });
  return accept(null);
}
