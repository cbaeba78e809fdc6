import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact } from "../../core/access/actor.ts";
import { type DecidedAuthorisation, decideOnAuthorisation } from "../../core/authorisations/authorisation.ts";
import { turnTo } from "../../core/tickets/progress.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { stateOf, type TicketRow } from "../tickets/read-ticket.ts";
import { lockAuthorisation } from "./lock-authorisation.ts";
import { refuseSettled } from "./refuse-settled.ts";
import { settleAuthorisation } from "./store.ts";

export interface AuthorisationDecision {
  readonly reference: string;
  readonly id: AuthorisationId;
  /** The version of the request that the contact saw. */
  readonly version: number;
  readonly decision: "approve" | "decline";
  readonly reason: string | null;
}

/**
 * Approves or declines a request, once, by either seated contact (T3). Approving raises the ticket's authorised
 * minutes, except for one price. If the request names dearer windows and nobody has agreed to them yet, it also agrees
 * to work in them (M5). Refuses `not-found`, `no-seat`, `ticket-closed`, `authorisation-decided`, `changed-meanwhile`,
 * `authorisation-expired`.
 */
export async function decideAuthorisation(work: Work<Contact>, asked: AuthorisationDecision): Promise<Result<null>> {
  const locked = await lockAuthorisation(work, asked, "authorisation.decide");
  if (!locked.ok) return locked;
  const { ticket, authorisation } = locked.value;
  const now = work.now();
  const terms = await findTerms(work.tx, ticket.termsYear);
  if (terms === null) throw new Error(`ticket ${ticket.reference} of a year without terms`);
  const { usualWindow } = terms;
  const decided = decideOnAuthorisation({ ...authorisation, usualWindow }, asked, localDateOf(now));
  if (!decided.ok) return refuseSettled(work, decided.refusal, { ticket, id: asked.id });
  const declineReason = asked.decision === "decline" ? asked.reason : null;
  const settled = await settleAuthorisation(work.tx, ticket, asked.id, {
    state: decided.value.state,
    by: work.actor.personId,
    at: now,
    declineReason,
    version: asked.version,
  });
  if (!settled) return refuseSettled(work, { code: "authorisation-decided" }, { ticket, id: asked.id });
  await applyDecision(work, ticket, decided.value);
  const payload = {
    authorisationId: asked.id,
    minutes: authorisation.minutes,
    fixedPriceCents: authorisation.fixedPriceCents,
    windows: authorisation.windows,
    reason: declineReason,
    agreesOutsideHours: decided.value.agreesOutsideHours,
  };
  const kind = decided.value.state === "approved" ? "authorisation-approved" : "authorisation-declined";
  await recordEvent(work, {
    kind,
    organisationId: ticket.organisationId,
    subject: ticket.id,
    payload,
  });
  return accept(null);
}

async function applyDecision(work: Work<Contact>, ticket: TicketRow, decided: DecidedAuthorisation): Promise<void> {
  const now = work.now();
  const turn = turnTo("provider", stateOf(ticket), now);
  const agrees = decided.agreesOutsideHours && ticket.outsideHoursAgreedAt === null;
  await saveTicket(work.tx, ticket, {
    authorisedMinutes: ticket.authorisedMinutes + decided.minutesAdded,
    waitsFor: turn.waitsFor,
    waitingSince: turn.waitingSince,
    lastActivityAt: now,
    ...(agrees && { outsideHoursAgreedAt: now }),
  });
  // For the history alone: the mail about the approval says it too.
  if (agrees)
    await recordEvent(work, {
      kind: "ticket-outside-hours-agreed",
      organisationId: ticket.organisationId,
      subject: ticket.id,
      isVisible: false,
      payload: { agreedBy: work.actor.personId, at: now.toString() },
    });
}
